import { useMemo } from 'react';
import { qualysS3DestinationUpdatePermission } from 'backstage-plugin-qualys-common';
import { s3Warnings } from 'qualys-model';
import { CheckInput } from '../../../settings/fields/CheckInput';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { DestinationFields } from './DestinationFields';
import {
  warningsOf,
  type S3FieldsProps,
  type S3GroupProps,
} from './fieldProps';
import { FilterFields } from './FilterFields';
import { settingsOf, type S3FormValues } from './formValues';

/** All fields of an S3 integration. */
export function S3Fields(props: S3FieldsProps) {
  const { t } = useQualysTranslation();
  const { form, mayDirect } = props;
  const { control } = form;
  const values = form.watch();
  const typed = JSON.stringify(values);
  const warnings = useMemo(
    () =>
      s3Warnings({
        ...settingsOf(JSON.parse(typed) as S3FormValues),
        regenerateExternalId: false,
      }),
    [typed],
  );
  const group: S3GroupProps = {
    ...props,
    values,
    warnings,
    directedElsewhere: mayDirect
      ? undefined
      : t('settings.fieldNotAllowed', {
          permission: qualysS3DestinationUpdatePermission.name,
        }),
  };
  return (
    <>
      <FieldGroup id="qualys-s3-general" title={t('s3.form.general')}>
        <TextInput
          id="qualys-s3-name"
          control={control}
          name="name"
          label={t('s3.setting.name')}
          hint={t('s3.form.nameHint')}
          inputProps={{ maxLength: 200 }}
        />
      </FieldGroup>
      <DestinationFields {...group} />
      <FilterFields {...group} />
      <FieldGroup id="qualys-s3-delivery" title={t('s3.form.delivery')}>
        <div>
          <CheckInput
            id="qualys-s3-sendVulnInfo"
            control={control}
            name="sendVulnInfo"
            label={t('s3.setting.sendVulnInfo')}
            hint={t('s3.form.sendVulnInfoHint')}
          />
          <CheckInput
            id="qualys-s3-resultSectionNeeded"
            control={control}
            name="resultSectionNeeded"
            label={t('s3.setting.resultSectionNeeded')}
            hint={t('s3.form.resultSectionHint')}
          />
          <CheckInput
            id="qualys-s3-compressData"
            control={control}
            name="compressData"
            label={t('s3.setting.compressData')}
          />
        </div>
      </FieldGroup>
      <FieldGroup id="qualys-s3-alerts" title={t('s3.form.alerts')}>
        <CheckInput
          id="qualys-s3-sendAlerts"
          control={control}
          name="sendAlerts"
          label={t('s3.setting.sendAlerts')}
          hint={t('s3.form.sendAlertsHint')}
        />
        <TextInput
          id="qualys-s3-errorEmails"
          control={control}
          name="errorEmails"
          label={t('s3.setting.errorEmails')}
          hint={t('s3.form.errorEmailsHint')}
          warnings={warningsOf(warnings, 'errorEmails')}
          multiline
        />
      </FieldGroup>
    </>
  );
}

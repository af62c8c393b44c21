import { useWatch } from 'react-hook-form';
import {
  qualysConnectorRemediationEnablePermission,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../components/ChoiceField';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import type { ConnectorFormValues } from './formValues';
import { KeyFileInput } from './KeyFileInput';
import { PollingFields } from './polling/PollingFields';
import type { ConnectorForm } from './useConnectorForm';

export interface ConnectorFieldsProps {
  form: ConnectorForm;
  base: EditableConnector;
  entityRef: string;
}

const CHOICES: ConnectorFormValues['remediation'][] = [
  'unchanged',
  'on',
  'off',
];

/** The fields of the form of a connector. */
export function ConnectorFields(props: ConnectorFieldsProps) {
  const { t } = useQualysTranslation();
  const { base, form } = props;
  const { control } = form;
  const remediation = useWatch({ control, name: 'remediation' });
  const enable = useMissingPermission([
    {
      permission: qualysConnectorRemediationEnablePermission,
      resourceRef: props.entityRef,
    },
  ]);
  const { remediationEnabled } = base.settings;
  const now =
    remediationEnabled === undefined
      ? t('connectorSettings.form.remediationUnknown')
      : t('connectorSettings.form.remediationNow', {
          now: t(remediationEnabled ? 'settings.on' : 'settings.off'),
        });
  const offered = CHOICES.filter(
    choice => choice !== 'on' || !enable.missing || remediation === 'on',
  );

  return (
    <>
      <FieldGroup
        id="qualys-connector-general"
        title={t('connectorSettings.form.general')}
      >
        <TextInput
          id="qualys-connector-name"
          control={control}
          name="name"
          label={t('connectorSettings.setting.name')}
          hint={t('connectorSettings.form.nameHint')}
          required
        />
        <TextInput
          id="qualys-connector-description"
          control={control}
          name="description"
          label={t('connectorSettings.setting.description')}
          multiline
          minRows={2}
        />
      </FieldGroup>
      <PollingFields id="qualys-connector" control={control} />
      <FieldGroup
        id="qualys-connector-remediation"
        title={t('connectorSettings.form.remediation')}
        explanation={
          <>
            <div>{t('connectorSettings.form.remediationHint')}</div>
            <div>{now}</div>
            {enable.missing && (
              <div>
                {t('permission.action', { permission: enable.missing })}
              </div>
            )}
          </>
        }
      >
        <ChoiceField
          id="qualys-connector-remediation-choice"
          label={t('connectorSettings.setting.remediationEnabled')}
          value={remediation}
          choices={offered.map(choice => [
            choice,
            t(`connectorSettings.form.${choice}`),
          ])}
          onChange={choice =>
            form.setValue(
              'remediation',
              choice as ConnectorFormValues['remediation'],
              { shouldDirty: true },
            )
          }
        />
      </FieldGroup>
      {base.provider !== 'AWS' && (
        <FieldGroup
          id="qualys-connector-credentials"
          title={t('connectorSettings.form.credentials')}
        >
          {base.provider === 'AZURE' ? (
            <TextInput
              id="qualys-connector-key"
              control={control}
              name="authenticationKey"
              label={t('connectorSettings.setting.authenticationKey')}
              hint={t('connectorSettings.form.keyHint')}
              inputProps={{ type: 'password', autoComplete: 'new-password' }}
              required
            />
          ) : (
            <KeyFileInput
              id="qualys-connector-key-file"
              control={control}
              name="keyFile"
              label={t('connectorSettings.setting.keyFile')}
              hint={t('connectorSettings.form.keyFileHint')}
            />
          )}
        </FieldGroup>
      )}
    </>
  );
}

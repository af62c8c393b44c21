import { useEffect } from 'react';
import {
  isRequestSetting,
  type ConnectorAssetsChoices,
} from 'backstage-plugin-qualys-common';
import { ModulesField } from '../../entity/connectorSettings/assets/ModulesField';
import { PerimeterFields } from '../../entity/connectorSettings/assets/PerimeterFields';
import { TagsField } from '../../entity/connectorSettings/assets/TagsField';
import type { AssetsForm } from '../../entity/connectorSettings/assets/useAssetsForm';
import { PollingFields } from '../../entity/connectorSettings/polling/PollingFields';
import { CheckInput } from '../../settings/fields/CheckInput';
import { FieldGroup } from '../../settings/fields/FieldGroup';
import { useQualysTranslation } from '../../translation';
import type { RequestTarget } from './formValues';
import { RegionsFields } from './RegionsFields';
import type { RequestForm } from './useRequestForm';

const ID = 'qualys-request';

export interface SettingsFieldsProps {
  form: RequestForm;
  target: RequestTarget;
  /** The tags and option profiles of the subscription; missing where Qualys does not tell them. */
  choices: ConnectorAssetsChoices | undefined;
}

/** Asks how the account is read, as far as the way of creating it has a say in that. */
export function SettingsFields(props: SettingsFieldsProps) {
  const { t } = useQualysTranslation();
  const { form, target, choices } = props;
  const { control } = form;
  const has = (name: Parameters<typeof isRequestSetting>[0]) =>
    isRequestSetting(name, target.provider, target.createThrough);
  // It has the fields of that form among its own, which the compiler cannot see.
  const assets = form as unknown as AssetsForm;

  const tags = choices?.tags?.items;
  useEffect(() => {
    // A draft knows its tags by their ids alone.
    const chosen = form.getValues('tags');
    const named = chosen.map(
      tag => tags?.find(({ id }) => id === tag.id) ?? tag,
    );
    if (named.some((tag, index) => tag.name !== chosen[index].name)) {
      form.setValue('tags', named);
    }
  }, [form, tags]);

  return (
    <>
      <PollingFields id={ID} control={control} />
      <FieldGroup
        id={`${ID}-remediation-group`}
        title={t('connectorSettings.form.remediation')}
        explanation={t('connectorSettings.form.remediationHint')}
      >
        <CheckInput
          id={`${ID}-remediation`}
          control={control}
          name="remediation"
          label={t('requestForm.settings.remediation')}
        />
      </FieldGroup>
      {has('regions') && <RegionsFields form={form} />}
      {(has('activation') || has('defaultTags')) && (
        <FieldGroup
          id={`${ID}-assets`}
          title={t('connectorAssets.form.assets')}
        >
          {has('defaultTags') && (
            <TagsField form={assets} choices={choices?.tags} />
          )}
          {has('activation') && <ModulesField form={assets} known={[]} />}
        </FieldGroup>
      )}
      {has('perimeterScan') && (
        <PerimeterFields form={assets} profiles={choices?.profiles} />
      )}
    </>
  );
}

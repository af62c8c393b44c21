import type { WebAppChoices } from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../../components/ChoiceField';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { referenceInWords } from '../ScanDetails';
import { DEFAULT, NONE, OTHER, type LaunchFormValues } from './launchValues';
import type { LaunchForm } from './useLaunchForm';

/** The fields of which one of several is chosen. */
type Choice = 'type' | 'profile' | 'authRecord' | 'scanner';

/** The fields of the form that launches a scan. */
export function LaunchFields(props: {
  form: LaunchForm;
  choices: WebAppChoices;
}) {
  const { t } = useQualysTranslation();
  const { form, choices } = props;
  const { control } = form;
  const { profile, scanner } = form.watch();
  const choice = (
    field: Choice,
    label: string,
    offered: [value: string, label: string][],
  ) => (
    <ChoiceField
      id={`qualys-scan-${field}`}
      label={label}
      value={form.watch(field)}
      choices={offered}
      onChange={value =>
        form.setValue(field, value as LaunchFormValues[Choice], {
          shouldDirty: true,
        })
      }
    />
  );
  const named = (
    references: WebAppChoices['profiles'] = [],
  ): [string, string][] =>
    references.map(each => [each.id, referenceInWords(each, t)!]);

  return (
    <>
      <FieldGroup id="qualys-scan-what" title={t('webApps.launch.what')}>
        <TextInput
          id="qualys-scan-name"
          control={control}
          name="name"
          label={t('webApps.launch.name')}
          required
        />
        {choice('type', t('webApps.launch.type'), [
          ['VULNERABILITY', t('webApps.launch.VULNERABILITY')],
          ['DISCOVERY', t('webApps.launch.DISCOVERY')],
        ])}
      </FieldGroup>
      <FieldGroup
        id="qualys-scan-profiles"
        title={t('webApps.launch.profile')}
        explanation={t('webApps.launch.profilesHint')}
      >
        {choice('profile', t('webApps.launch.profile'), [
          [DEFAULT, t('webApps.launch.defaultProfile')],
          ...named(choices.profiles),
          [OTHER, t('webApps.launch.otherProfile')],
        ])}
        {profile === OTHER && (
          <TextInput
            id="qualys-scan-profileId"
            control={control}
            name="profileId"
            label={t('webApps.launch.profileId')}
            hint={t('webApps.launch.profileIdHint')}
            inputProps={{ inputMode: 'numeric' }}
            required
          />
        )}
      </FieldGroup>
      <FieldGroup
        id="qualys-scan-auth"
        title={t('webApps.launch.auth')}
        explanation={t('webApps.launch.authHint')}
      >
        {choice('authRecord', t('webApps.launch.auth'), [
          [DEFAULT, t('webApps.launch.defaultAuth')],
          ...named(choices.authRecords),
          [NONE, t('webApps.launch.noAuth')],
        ])}
      </FieldGroup>
      <FieldGroup id="qualys-scan-scanner" title={t('webApps.launch.scanner')}>
        {choice('scanner', t('webApps.launch.scanner'), [
          [DEFAULT, t('webApps.launch.anyScanner')],
          ['EXTERNAL', t('webApps.launch.EXTERNAL')],
          ['INTERNAL', t('webApps.launch.INTERNAL')],
        ])}
        {scanner === 'INTERNAL' && (
          <TextInput
            id="qualys-scan-appliance"
            control={control}
            name="appliance"
            label={t('webApps.launch.appliance')}
            required
          />
        )}
      </FieldGroup>
    </>
  );
}

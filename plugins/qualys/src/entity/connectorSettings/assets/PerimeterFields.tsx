import Grid from '@material-ui/core/Grid';
import type {
  ConnectorAssetsChoices,
  EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import { perimeterScanName, SCAN_DAYS, SCAN_RECURRENCES } from 'qualys-model';
import { useWatch } from 'react-hook-form';
import { ChoiceField } from '../../../components/ChoiceField';
import { useLanguage } from '../../../hooks/useLanguage';
import { ChecksField } from '../../../settings/fields/ChecksField';
import { CheckInput } from '../../../settings/fields/CheckInput';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { dayInWords } from '../../scanWords';
import type { AssetsForm } from './useAssetsForm';

const ID = 'qualys-perimeter-scan';

export interface PerimeterFieldsProps {
  form: AssetsForm;
  /** The state that is changed; missing of a connector that is yet to be created. */
  base?: EditableConnectorAssets;
  /** The option profiles; missing where Qualys does not tell them. */
  profiles: ConnectorAssetsChoices['profiles'];
}

/** Whether and how the account is scanned from the internet. */
export function PerimeterFields(props: PerimeterFieldsProps) {
  const { t } = useQualysTranslation();
  const { form } = props;
  const [enabled, configuration] = useWatch({
    control: form.control,
    name: ['enabled', 'configuration'],
  });
  return (
    <FieldGroup
      id={ID}
      title={t('connectorAssets.form.scan')}
      explanation={t('connectorAssets.form.scanHint')}
    >
      <CheckInput
        id={`${ID}-enabled`}
        control={form.control}
        name="enabled"
        label={t('connectorAssets.form.enabled')}
      />
      {enabled && (
        <ChoiceField
          id={`${ID}-configuration`}
          label={t('connectorAssets.form.configuration')}
          value={configuration}
          choices={[
            ['subscription', t('connectorAssets.form.ofSubscription')],
            ['own', t('connectorAssets.form.own')],
          ]}
          onChange={choice =>
            form.setValue(
              'configuration',
              choice === 'own' ? 'own' : 'subscription',
              { shouldDirty: true },
            )
          }
        />
      )}
      {enabled && configuration === 'own' && <OwnConfiguration {...props} />}
    </FieldGroup>
  );
}

function OwnConfiguration(props: PerimeterFieldsProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { base, form } = props;
  const { control } = form;
  const [recurrence, prefix] = useWatch({
    control,
    name: ['recurrence', 'scanPrefix'],
  });
  const before = base?.settings.perimeterScan?.configuration?.startDate;
  const isUnclear = before !== undefined && !/^\d{4}-/.test(before);
  return (
    <>
      <ProfileField {...props} />
      <TextInput
        id={`${ID}-prefix`}
        control={control}
        name="scanPrefix"
        label={t('connectorAssets.setting.scanPrefix')}
        hint={t('connectorAssets.form.prefixHint', {
          name: perimeterScanName(
            prefix.trim() || t('connectorAssets.form.prefix'),
            base?.assetManagementId,
          ),
        })}
        required
      />
      <Grid container spacing={2}>
        <Grid item xs={12} sm={6}>
          <ChoiceField
            id={`${ID}-recurrence`}
            label={t('connectorAssets.setting.recurrence')}
            value={recurrence}
            choices={SCAN_RECURRENCES.map(each => [
              each,
              t(
                each === 'DAILY'
                  ? 'connectorAssets.form.daily'
                  : 'connectorAssets.form.weekly',
              ),
            ])}
            onChange={choice =>
              form.setValue('recurrence', choice, { shouldDirty: true })
            }
          />
        </Grid>
        <Grid item xs={12} sm={6}>
          <TextInput
            id={`${ID}-date`}
            control={control}
            name="startDate"
            label={t('connectorAssets.setting.startDate')}
            hint={
              isUnclear
                ? t('connectorAssets.form.dateUnclear', { date: before })
                : undefined
            }
            inputProps={{ type: 'date' }}
            required
          />
        </Grid>
      </Grid>
      {recurrence === 'WEEKLY' && (
        <ChecksField
          id={`${ID}-days`}
          control={control}
          name="days"
          label={t('connectorAssets.setting.daysOfWeek')}
          choices={SCAN_DAYS.map(day => [day, dayInWords(day, locale, 'long')])}
        />
      )}
      <Grid container spacing={2}>
        <Grid item xs={12} sm={6}>
          <TextInput
            id={`${ID}-time`}
            control={control}
            name="startTime"
            label={t('connectorAssets.setting.startTime')}
            inputProps={{ type: 'time' }}
            required
          />
        </Grid>
        <Grid item xs={12} sm={6}>
          <TextInput
            id={`${ID}-timezone`}
            control={control}
            name="timezone"
            label={t('connectorAssets.setting.timezone')}
            hint={t('connectorAssets.form.timezoneHint')}
            inputProps={{ list: `${ID}-timezones`, autoComplete: 'off' }}
            required
          />
          <datalist id={`${ID}-timezones`}>
            {Intl.supportedValuesOf('timeZone').map(zone => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </Grid>
      </Grid>
    </>
  );
}

function ProfileField({ form, profiles }: PerimeterFieldsProps) {
  const { t } = useQualysTranslation();
  const { control } = form;
  const chosen = useWatch({ control, name: 'optionProfileId' });
  if (!profiles || profiles.length === 0) {
    return (
      <TextInput
        id={`${ID}-profile`}
        control={control}
        name="optionProfileId"
        label={t('connectorAssets.setting.optionProfileId')}
        hint={t('connectorAssets.form.profileHint')}
        inputProps={{ inputMode: 'numeric' }}
        required
      />
    );
  }
  const isKnown = chosen === '' || profiles.some(({ id }) => id === chosen);
  return (
    <TextInput
      id={`${ID}-profile`}
      control={control}
      name="optionProfileId"
      label={t('connectorAssets.setting.optionProfileId')}
      choices={[
        ['', t('connectorAssets.form.chooseProfile')],
        ...(isKnown ? [] : [[chosen, chosen] as const]),
        ...profiles.map(({ id, title }) => [id, title] as const),
      ]}
      required
    />
  );
}

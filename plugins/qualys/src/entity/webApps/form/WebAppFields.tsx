import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import type {
  BoundWebApp,
  WebAppChoices,
} from 'backstage-plugin-qualys-common';
import { FieldGroup } from '../../../settings/fields/FieldGroup';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { DnsOverrideField } from './DnsOverrideField';
import { formValues, type WebAppFormValues } from './formValues';
import type { WebAppForm } from './useWebAppForm';

export interface WebAppFieldsProps {
  form: WebAppForm;
  base: BoundWebApp;
  choices: WebAppChoices;
}

const WAYS = {
  never: 'webApps.form.cancelNever',
  hours: 'webApps.form.cancelHours',
  time: 'webApps.form.cancelTime',
} as const;

/** The fields of the form of a web app. */
export function WebAppFields(props: WebAppFieldsProps) {
  const { t } = useQualysTranslation();
  const { base, choices, form } = props;
  return (
    <>
      <FieldGroup id="qualys-web-app-general" title={t('webApps.form.general')}>
        <TextInput
          id="qualys-web-app-name"
          control={form.control}
          name="name"
          label={t('webApps.setting.name')}
          hint={t('webApps.form.nameHint')}
          required
        />
      </FieldGroup>
      <FieldGroup
        id="qualys-web-app-scans"
        title={t('webApps.form.scans')}
        explanation={t('webApps.form.scansExplanation')}
      >
        <DnsOverrideField
          form={form}
          present={base.config?.defaultDnsOverride}
          choices={choices.dnsOverrides}
        />
        <CancelFields form={form} base={base} />
      </FieldGroup>
    </>
  );
}

/** When scans are canceled. */
function CancelFields({ form, base }: Omit<WebAppFieldsProps, 'choices'>) {
  const { t } = useQualysTranslation();
  const { control } = form;
  const way = form.watch('cancel');
  // It can be changed, and not taken away.
  const ways = (Object.keys(WAYS) as WebAppFormValues['cancel'][]).filter(
    each =>
      each !== 'never' || way === each || formValues(base).cancel === each,
  );
  return (
    <>
      <div>
        <FormLabel id="qualys-web-app-cancel">
          {t('webApps.form.cancelWay')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby="qualys-web-app-cancel"
          aria-describedby="qualys-web-app-cancel-hint"
          name="cancel"
          value={way}
          onChange={(_, value) =>
            form.setValue('cancel', value as WebAppFormValues['cancel'], {
              shouldDirty: true,
            })
          }
        >
          {ways.map(each => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio color="primary" size="small" />}
              label={t(WAYS[each])}
            />
          ))}
        </RadioGroup>
        <FormHelperText id="qualys-web-app-cancel-hint">
          {t('webApps.form.cancelHint')}
        </FormHelperText>
      </div>
      {way === 'hours' && (
        <TextInput
          id="qualys-web-app-hours"
          control={control}
          name="hours"
          label={t('webApps.form.hours')}
          hint={t('webApps.form.hoursHint')}
          inputProps={{ inputMode: 'numeric' }}
          required
        />
      )}
      {way === 'time' && (
        <TextInput
          id="qualys-web-app-time"
          control={control}
          name="time"
          label={t('webApps.form.time')}
          hint={t('webApps.form.timeHint')}
          required
        />
      )}
    </>
  );
}

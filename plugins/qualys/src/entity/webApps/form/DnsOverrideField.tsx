import FormHelperText from '@material-ui/core/FormHelperText';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { WebAppChoices } from 'backstage-plugin-qualys-common';
import type { QpsReference } from 'qualys-model';
import { ChoiceField } from '../../../components/ChoiceField';
import { TextInput } from '../../../settings/fields/TextInput';
import { useQualysTranslation } from '../../../translation';
import { referenceInWords } from '../ScanDetails';
import type { WebAppForm } from './useWebAppForm';

const ID = 'qualys-web-app-override';

const useStyles = makeStyles(
  theme => ({
    mappings: {
      listStyle: 'none',
      margin: theme.spacing(0.5, 1.75, 0),
      padding: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'QualysDnsOverrideField' },
);

export interface DnsOverrideFieldProps {
  form: WebAppForm;
  /** The one that is the default now. */
  present: QpsReference | undefined;
  /** Those that are assigned to the web app; undefined where Qualys does not say which. */
  choices: WebAppChoices['dnsOverrides'];
}

/** The default DNS override, chosen among those that may be used. */
export function DnsOverrideField(props: DnsOverrideFieldProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { form, present, choices } = props;
  const chosen = form.watch('override');

  if (!choices) {
    return (
      <TextInput
        id={ID}
        control={form.control}
        name="override"
        label={t('webApps.setting.defaultDnsOverride')}
        hint={t('webApps.form.overrideIdHint')}
        inputProps={{ inputMode: 'numeric' }}
      />
    );
  }
  // What is there now, or is to be restored, may not be assigned any more.
  const others = [present, chosen ? { id: chosen } : undefined].filter(
    (other): other is QpsReference =>
      other !== undefined && !choices.some(({ id }) => id === other.id),
  );
  const offered = [
    ...new Map(
      [...others.reverse(), ...choices].map(each => [each.id, each]),
    ).values(),
  ];
  if (offered.length === 0) {
    return (
      <Typography variant="body2">{t('webApps.form.noOverrides')}</Typography>
    );
  }
  const mappings = choices.find(({ id }) => id === chosen)?.mappings ?? [];
  return (
    <div>
      <ChoiceField
        id={ID}
        label={t('webApps.setting.defaultDnsOverride')}
        value={chosen}
        choices={[
          ...(present
            ? []
            : [['', t('webApps.form.noOverride')] as [string, string]]),
          ...offered.map((each): [string, string] => [
            each.id,
            referenceInWords(each, t)!,
          ]),
        ]}
        onChange={id =>
          form.setValue('override', id, {
            shouldDirty: true,
            shouldValidate: true,
          })
        }
      />
      <FormHelperText variant="outlined">
        {t('webApps.form.overrideHint')}
      </FormHelperText>
      {mappings.length > 0 && (
        <Typography
          variant="body2"
          component="ul"
          className={classes.mappings}
          aria-live="polite"
        >
          {mappings.map(({ hostName, ipAddress }) => (
            <li key={`${hostName} ${ipAddress}`}>
              {t('webApps.form.leadsTo', {
                host: <code>{hostName}</code>,
                address: <code>{ipAddress}</code>,
              })}
            </li>
          ))}
        </Typography>
      )}
    </div>
  );
}

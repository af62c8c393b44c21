import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  settingsObjectTypeSchema,
  type Status,
} from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../components/ChoiceField';
import { useFieldStyles } from '../../components/fieldStyles';
import { SearchField } from '../../components/SearchField';
import { useQualysTranslation } from '../../translation';
import type { HistoryFilters } from './useHistoryFilters';

const TYPES = settingsObjectTypeSchema.options;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(11rem, 1fr))',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'QualysHistoryFilters' },
);

export interface HistoryFilterFieldsProps {
  filters: HistoryFilters;
  /** Names the subscriptions; missing for who may not see it. */
  status?: Status;
  onChange: (change: HistoryFilters, options?: { replace?: boolean }) => void;
}

/** What narrows the history. */
export function HistoryFilterFields(props: HistoryFilterFieldsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { filters, onChange, status } = props;
  const search = (name: 'actor' | 'entityRef' | 'objectId') => (
    <SearchField
      id={`qualys-history-${name}`}
      label={t(`allHistory.${name}`)}
      placeholder={t(`allHistory.${name}Hint`)}
      value={filters[name] ?? ''}
      onChange={value =>
        onChange(
          { [name]: value },
          { replace: Boolean(filters[name] && value) },
        )
      }
    />
  );
  const known =
    status?.subscriptions.map(({ subscription, title }): [string, string] => [
      subscription,
      title,
    ]) ?? [];
  const chosen = filters.subscription;
  const isKnown = !chosen || known.some(([value]) => value === chosen);

  return (
    <div className={classes.root} role="search">
      <ChoiceField
        id="qualys-history-type"
        label={t('allHistory.type')}
        value={filters.type ?? ''}
        choices={[
          ['', t('allHistory.all')],
          ...TYPES.map((type): [string, string] => [
            type,
            t(`allHistory.types.${type}`),
          ]),
        ]}
        onChange={value =>
          onChange({ type: TYPES.find(type => type === value) })
        }
      />
      <ChoiceField
        id="qualys-history-subscription"
        label={t('allHistory.subscription')}
        value={chosen ?? ''}
        choices={[
          ['', t('allHistory.all')],
          ...known,
          ...(isKnown ? [] : [[chosen, chosen] as [string, string]]),
        ]}
        onChange={subscription => onChange({ subscription })}
      />
      {search('actor')}
      {search('entityRef')}
      {search('objectId')}
      <DayField
        id="qualys-history-from"
        label={t('allHistory.from')}
        value={filters.from}
        onChange={from => onChange({ from })}
      />
      <DayField
        id="qualys-history-until"
        label={t('allHistory.until')}
        value={filters.until}
        onChange={until => onChange({ until })}
      />
    </div>
  );
}

function DayField(props: {
  id: string;
  label: string;
  value?: string;
  onChange: (day: string | undefined) => void;
}) {
  const classes = useFieldStyles();
  return (
    <TextField
      id={props.id}
      type="date"
      size="small"
      variant="outlined"
      label={props.label}
      value={props.value ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
      InputLabelProps={{ shrink: true, className: classes.label }}
      fullWidth
    />
  );
}

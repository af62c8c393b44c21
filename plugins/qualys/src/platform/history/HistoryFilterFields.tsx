import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  settingsObjectTypeSchema,
  type Status,
} from 'backstage-plugin-qualys-common';
import { useFieldStyles } from '../../components/fieldStyles';
import {
  ChoiceFilter,
  SubscriptionFilter,
} from '../../components/FilterFields';
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
  const any = t('allHistory.all');

  return (
    <div className={classes.root} role="search">
      <ChoiceFilter
        id="qualys-history-type"
        label={t('allHistory.type')}
        any={any}
        value={filters.type}
        choices={TYPES.map(each => [each, t(`allHistory.types.${each}`)])}
        onChange={type => onChange({ type })}
      />
      <SubscriptionFilter
        id="qualys-history-subscription"
        any={any}
        value={filters.subscription}
        subscriptions={status?.subscriptions.map(({ subscription, title }) => [
          subscription,
          title,
        ])}
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

import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { OWNED_BY_NOBODY, type Status } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, CONNECTOR_STATES } from 'qualys-model';
import {
  ChoiceFilter,
  FilterFields,
  SubscriptionFilter,
  withChosen,
} from '../../components/FilterFields';
import { useQualysTranslation } from '../../translation';
import { nameOf } from '../entityName';
import type {
  ConnectorFilters,
  SetConnectorFilters,
} from './useConnectorFilters';

const useStyles = makeStyles(
  theme => ({
    chips: { gridColumn: '1 / -1' },
    chip: { margin: 0, maxWidth: '100%', color: theme.palette.text.primary },
  }),
  { name: 'QualysConnectorFilters' },
);

export interface FiltersProps {
  filters: ConnectorFilters;
  /** Names the subscriptions and owners; missing for who may not see it. */
  status?: Status;
  onChange: SetConnectorFilters;
}

/** What narrows the list of connectors. */
export function Filters(props: FiltersProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { filters, onChange, status } = props;
  const any = t('connectors.all');

  return (
    <FilterFields
      searchId="qualys-search"
      searchLabel={t('connectors.search')}
      searchHint={t('connectors.searchHint')}
      q={filters.q}
      onChange={onChange}
    >
      <ChoiceFilter
        id="qualys-filter-state"
        label={t('connectors.state')}
        any={any}
        value={filters.state}
        choices={CONNECTOR_STATES.map(each => [
          each,
          t(`connectorState.${each}`),
        ])}
        onChange={state => onChange({ state })}
      />
      <ChoiceFilter
        id="qualys-filter-provider"
        label={t('connectors.provider')}
        any={any}
        value={filters.provider}
        choices={CLOUD_PROVIDERS.map(each => [each, t(`provider.${each}`)])}
        onChange={provider => onChange({ provider })}
      />
      <SubscriptionFilter
        id="qualys-filter-subscription"
        any={any}
        value={filters.subscription}
        subscriptions={status?.subscriptions.map(({ subscription, title }) => [
          subscription,
          title,
        ])}
        onChange={subscription => onChange({ subscription })}
      />
      <ChoiceFilter
        id="qualys-filter-owner"
        label={t('connectors.owner')}
        any={any}
        value={filters.owner}
        choices={[
          [OWNED_BY_NOBODY, t('connectors.noOwner')],
          ...withChosen(
            status?.owners.map((owner): [string, string] => [
              owner,
              nameOf(owner, 'group'),
            ]),
            filters.owner === OWNED_BY_NOBODY ? undefined : filters.owner,
          ),
        ]}
        onChange={owner => onChange({ owner })}
      />
      {filters.rule && (
        <div className={classes.chips}>
          <Chip
            className={classes.chip}
            variant="outlined"
            label={t('connectors.byRule', { rule: filters.rule })}
            // The whole chip takes the filter away, with any device.
            aria-label={t('connectors.removeRule', { rule: filters.rule })}
            onClick={() => onChange({ rule: undefined })}
            onDelete={() => onChange({ rule: undefined })}
          />
        </div>
      )}
    </FilterFields>
  );
}

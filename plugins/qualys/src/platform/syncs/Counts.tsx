import Chip from '@material-ui/core/Chip';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { SubscriptionStatus } from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS, CONNECTOR_STATES } from 'qualys-model';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    chip: { margin: 0, color: theme.palette.text.primary },
  }),
  { name: 'QualysCounts' },
);

/** How many connectors there are, by state and by cloud. */
export function Counts(props: {
  connectors: SubscriptionStatus['connectors'];
}) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { total, byState, byProvider } = props.connectors;
  return (
    <>
      <Typography variant="body1">
        {t('syncs.connectors', {
          count: total,
          number: total.toLocaleString(locale),
        })}
      </Typography>
      <Chips
        label={t('syncs.byState')}
        counts={CONNECTOR_STATES.map(state => [
          t(`connectorState.${state}`),
          byState[state] ?? 0,
        ])}
      />
      <Chips
        label={t('syncs.byProvider')}
        counts={CLOUD_PROVIDERS.map(provider => [
          t(`provider.${provider}`),
          byProvider[provider] ?? 0,
        ])}
      />
    </>
  );
}

function Chips(props: { label: string; counts: [string, number][] }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const some = props.counts.filter(([, count]) => count > 0);
  if (some.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label={props.label}>
      {some.map(([what, count]) => (
        <li key={what}>
          <Chip
            size="small"
            variant="outlined"
            className={classes.chip}
            label={t('syncs.countOf', {
              what,
              number: count.toLocaleString(locale),
            })}
          />
        </li>
      ))}
    </ul>
  );
}

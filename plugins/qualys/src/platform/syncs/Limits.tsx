import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  LimitState,
  SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { inWords } from '../../components/inWords';

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
    subtle: { color: theme.palette.textSubtle },
    families: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
      gap: theme.spacing(2),
      listStyle: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
    },
    bar: { margin: theme.spacing(0.5, 0), height: 6, borderRadius: 3 },
  }),
  { name: 'QualysLimits' },
);

/** How much of what Qualys allows is used, and what waits because of it. */
export function Limits(props: { subscription: SubscriptionStatus }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { limits, title } = props.subscription;
  if (limits.length === 0) return null;
  return (
    <>
      <Typography
        variant="subtitle1"
        component="h4"
        className={classes.heading}
      >
        {t('syncs.limits')}
      </Typography>
      <Typography variant="body2" className={classes.subtle}>
        {t('syncs.limitsMeaning')}
      </Typography>
      <ul
        className={classes.families}
        aria-label={t('syncs.limitsOf', { title })}
      >
        {limits.map(limit => (
          <li key={limit.family}>
            <Family limit={limit} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Family(props: { limit: LimitState }) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { limit } = props;
  const family = t(`syncs.family.${limit.family}`);
  const used = t('syncs.usedCalls', {
    used: limit.used.toLocaleString(locale),
    budget: limit.budget.toLocaleString(locale),
    duration: inWords(limit.windowSeconds, locale),
  });
  const waiting = limit.waiting.user + limit.waiting.background;
  return (
    <>
      <Typography variant="subtitle2" component="h5">
        {family}
      </Typography>
      <LinearProgress
        className={classes.bar}
        variant="determinate"
        aria-label={family}
        aria-valuetext={used}
        value={Math.min(100, (limit.used / Math.max(1, limit.budget)) * 100)}
      />
      <Typography variant="body2">{used}</Typography>
      <Typography variant="body2" className={classes.subtle}>
        {t(`syncs.windowSource.${limit.windowSource}`, {
          limit: limit.windowLimit.toLocaleString(locale),
        })}
      </Typography>
      {waiting > 0 && (
        <Typography variant="body2">
          {t('syncs.waitingCalls', { count: waiting })}
        </Typography>
      )}
      {limit.blockedUntil && (
        <Typography variant="body2">
          {t('syncs.blockedUntil', {
            time: DateTime.fromISO(limit.blockedUntil).toFormat('HH:mm'),
          })}
        </Typography>
      )}
    </>
  );
}

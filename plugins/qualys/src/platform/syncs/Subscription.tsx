import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  PRIVATE_PLATFORM,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { MirrorAges } from '../../components/MirrorAges';
import { useHeadingFocus } from '../../hooks/useHeadingFocus';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { Counts } from './Counts';
import { FeedAges } from './FeedAges';
import { HeldBackRemovals } from './heldBack';
import { inWords } from '../../components/inWords';
import { Limits } from './Limits';
import { RunProgress, runningOf } from './progress';
import { Runs } from './Runs';
import { SyncButton } from './SyncButton';

const useStyles = makeStyles(
  theme => ({
    header: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(2),
      marginBottom: theme.spacing(2),
    },
    facts: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysSubscription' },
);

export interface SubscriptionProps {
  subscription: SubscriptionStatus;
  /** Whether a sync that was asked for may still have to start. */
  expecting: boolean;
  /** A sync was asked for. */
  onStarted: () => void;
  /** What is shown may have changed. */
  onOutdated: () => void;
}

/** One subscription: its age, what it holds and how its syncs went. */
export function Subscription(props: SubscriptionProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { subscription, onOutdated } = props;
  const [heading, focusHeading] = useHeadingFocus();
  const running = runningOf(subscription);
  const headingId = `qualys-subscription-${subscription.subscription}`;
  const facts = [
    subscription.platform === PRIVATE_PLATFORM
      ? t('syncs.privatePlatform')
      : t('syncs.platform', { platform: subscription.platform }),
    subscription.interval !== undefined &&
      t('syncs.interval', { duration: inWords(subscription.interval, locale) }),
  ];
  return (
    <Paper component="section" aria-labelledby={headingId}>
      <Box p={2}>
        <div className={classes.header}>
          <div>
            <Typography
              id={headingId}
              variant="h6"
              component="h3"
              tabIndex={-1}
              ref={heading}
            >
              {subscription.title}
            </Typography>
            <Typography variant="body2" className={classes.facts}>
              {facts.filter(Boolean).join(', ')}
            </Typography>
          </div>
          <SyncButton {...props} />
        </div>
        {running && <RunProgress run={running} title={subscription.title} />}
        <MirrorAges ages={[subscription]} />
        {subscription.feeds.length > 0 && (
          <FeedAges feeds={subscription.feeds} title={subscription.title} />
        )}
        <HeldBackRemovals
          subscription={subscription}
          onOutdated={onOutdated}
          onDecided={() => {
            focusHeading();
            onOutdated();
          }}
        />
        <Counts connectors={subscription.connectors} />
        <Limits subscription={subscription} />
        <Runs subscription={subscription} />
      </Box>
    </Paper>
  );
}

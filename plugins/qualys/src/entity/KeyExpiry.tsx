import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import WarningIcon from '@material-ui/icons/ReportProblemOutlined';
import { daysUntilExpiry } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';
import { useQualysTranslation } from '../translation';

/** From so many days before, somebody should do something about it. */
const SOON_DAYS = 30;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      overflowWrap: 'anywhere',
    },
    soon: { color: theme.palette.status.warning },
    over: { color: theme.palette.status.error },
  }),
  { name: 'QualysKeyExpiry' },
);

/** When the key expires that Qualys signs in with, and how soon that is. */
export function KeyExpiry(props: {
  /** `2026-12-31`. */
  expiresOn: string;
  /** Whether it is shown only where somebody should do something about it. */
  onlySoon?: boolean;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const now = useNow();
  const { expiresOn, onlySoon } = props;
  const left = daysUntilExpiry({ expiresOn }, new Date(now));
  if (onlySoon && left > SOON_DAYS) return null;

  const date = DateTime.fromISO(expiresOn, { locale }).toLocaleString(
    DateTime.DATE_MED,
  );
  const words = () => {
    if (left === 0) return t('keyExpiry.today', { date });
    return left > 0
      ? t('keyExpiry.in', { count: left, date })
      : t('keyExpiry.ago', { count: -left, date });
  };
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      {left >= 0 && left <= SOON_DAYS && (
        <WarningIcon fontSize="small" className={classes.soon} aria-hidden />
      )}
      {left < 0 && (
        <ErrorIcon fontSize="small" className={classes.over} aria-hidden />
      )}
      <span>{words()}</span>
    </Typography>
  );
}

import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { useLanguage } from '../hooks/useLanguage';
import { useNow } from '../hooks/useNow';
import { useQualysTranslation } from '../translation';

/** Nearer than this, a number of seconds tells nobody anything (in milliseconds). */
const JUST_NOW = 5_000;

const useStyles = makeStyles(
  { root: { whiteSpace: 'nowrap' } },
  { name: 'QualysRelativeTime' },
);

export interface RelativeTimeProps {
  /** ISO 8601. */
  value: string;
  /** Whether it stands in a long list, where one more stop for the keyboard in each row would be a burden. */
  inList?: boolean;
}

/** A time as its distance from now; the exact time on hover and focus. */
export function RelativeTime(props: RelativeTimeProps) {
  const classes = useStyles();
  const { t } = useQualysTranslation();
  const now = useNow();
  const locale = useLanguage();
  const time = DateTime.fromISO(props.value, { locale });
  if (!time.isValid) return <>{props.value}</>;

  const exact = time.toLocaleString(DateTime.DATETIME_FULL_WITH_SECONDS);
  return (
    <Tooltip title={exact}>
      <time
        className={classes.root}
        dateTime={props.value}
        // Whoever uses the keyboard must reach the exact time too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={props.inList ? undefined : 0}
      >
        {Math.abs(time.toMillis() - now) < JUST_NOW
          ? t('time.justNow')
          : time.toRelative({ base: DateTime.fromMillis(now) })}
      </time>
    </Tooltip>
  );
}

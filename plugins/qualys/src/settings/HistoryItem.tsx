import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { RelativeTime } from '../components/RelativeTime';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2, 0),
      overflowWrap: 'anywhere',
      '&:not(:last-child)': {
        borderBottom: `1px solid ${theme.palette.divider}`,
      },
      '&:first-child': { paddingTop: 0 },
    },
    sub: { color: theme.palette.textSubtle },
    reason: { whiteSpace: 'pre-wrap' },
  }),
  { name: 'QualysHistoryEntry' },
);

export interface HistoryItemProps {
  /** What was done. */
  title: ReactNode;
  /** Who did it. */
  who: JSX.Element | string;
  /** When (ISO 8601). */
  at: string;
  /** Why, in the words of whoever did it. */
  reason?: string;
  /** What came of it, before the reason. */
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
}

/** Something that somebody did, as an item of a list: what, who, when and why. */
export function HistoryItem(props: HistoryItemProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const exactly = useExactTime(props.at);
  return (
    <li className={classes.root}>
      <Typography variant="body1" component="div">
        <strong>{props.title}</strong>
      </Typography>
      <Typography variant="body2" component="div" className={classes.sub}>
        {t('settings.history.byAt', {
          who: props.who,
          when: <RelativeTime value={props.at} inList />,
        })}
        {` · ${exactly}`}
      </Typography>
      {props.children}
      {props.reason && (
        <Typography variant="body2" className={classes.reason}>
          {t('settings.history.reason', { reason: props.reason })}
        </Typography>
      )}
      {props.action}
    </li>
  );
}

/** A time with its day, in the language of the portal. */
export function useExactTime(at: string): string {
  const locale = useLanguage();
  return DateTime.fromISO(at, { locale }).toLocaleString(DateTime.DATETIME_MED);
}

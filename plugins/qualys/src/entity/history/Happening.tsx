import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddedIcon from '@material-ui/icons/AddCircleOutline';
import RemovedIcon from '@material-ui/icons/RemoveCircleOutline';
import SettingsIcon from '@material-ui/icons/Tune';
import type { ConnectorHappening } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import type { CloudProvider } from 'qualys-model';
import { RelativeTime } from '../../components/RelativeTime';
import { StateIcon } from '../../components/StateIcon';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../translation';
import { settingsInWords } from './settingWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      // The line that leads from one to the next, behind the icons.
      position: 'relative',
      paddingBottom: theme.spacing(2),
      '&:not(:last-child)::before': {
        content: '""',
        position: 'absolute',
        top: 24,
        bottom: -2,
        left: 9.5,
        borderLeft: `1px solid ${theme.palette.divider}`,
      },
    },
    icon: {
      display: 'flex',
      paddingTop: 2,
      color: theme.palette.textSubtle,
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
    sub: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysHappening' },
);

export interface HappeningProps {
  happening: ConnectorHappening;
  /** The cloud of the connector that it happened to. */
  provider: CloudProvider;
}

/** One thing that happened to a connector. */
export function Happening(props: HappeningProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const { happening } = props;
  const { at, error } = happening;
  const how = howSeen(happening, t, locale);
  return (
    <li className={classes.root}>
      <span className={classes.icon}>
        <HappeningIcon happening={happening} />
      </span>
      <div className={classes.text}>
        <Typography variant="body1" component="div">
          {inWords(props, t, locale)}
        </Typography>
        {error && (
          <Typography variant="body2">
            {t('errors.reported', { error })}
          </Typography>
        )}
        <Typography variant="body2" component="div" className={classes.sub}>
          <RelativeTime value={at} inList />
          {` · ${exactly(at, locale)}`}
          {how && ` · ${how}`}
        </Typography>
      </div>
    </li>
  );
}

function HappeningIcon(props: { happening: ConnectorHappening }) {
  const { what, state } = props.happening;
  switch (what) {
    case 'added':
      return <AddedIcon fontSize="small" aria-hidden />;
    case 'removed':
      return <RemovedIcon fontSize="small" aria-hidden />;
    case 'settingsChanged':
      return <SettingsIcon fontSize="small" aria-hidden />;
    default:
      return <StateIcon state={state} />;
  }
}

function inWords(
  { happening, provider }: HappeningProps,
  t: Translate,
  locale: string,
): ReactNode {
  const { what, previousState, settings = [] } = happening;
  const state = <strong>{t(`connectorState.${happening.state}`)}</strong>;
  switch (what) {
    case 'added':
      return t('history.added', { state });
    case 'removed':
      return t('history.removed');
    case 'settingsChanged': {
      const names = settingsInWords(settings, provider, t);
      return names.length > 0
        ? t('history.settingsChanged', {
            settings: <strong>{listed(names, locale)}</strong>,
          })
        : t('history.somethingChanged');
    }
    default:
      return previousState
        ? t('history.stateChanged', {
            before: <strong>{t(`connectorState.${previousState}`)}</strong>,
            state,
          })
        : t('history.stateIs', { state });
  }
}

/** Through which feed a change was seen, or what else it came from. */
function howSeen(
  { what, feeds }: ConnectorHappening,
  t: Translate,
  locale: string,
): string | undefined {
  if (feeds.length > 0) {
    return t('history.seenThrough', {
      feeds: listed(
        feeds.map(feed => t(`feed.${feed}`)),
        locale,
      ),
    });
  }
  // What is gone was shown by no feed.
  return what === 'settingsChanged' || what === 'stateChanged'
    ? t('history.byConfiguration')
    : undefined;
}

function listed(items: string[], locale: string): string {
  return new Intl.ListFormat(locale).format(items);
}

function exactly(time: string, locale: string): string {
  return DateTime.fromISO(time, { locale }).toLocaleString(
    DateTime.DATETIME_MED,
  );
}

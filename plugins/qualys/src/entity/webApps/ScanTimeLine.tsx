import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { WebAppScan } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { SCAN_OUTCOMES } from 'qualys-model';
import { useLanguage } from '../../hooks/useLanguage';
import { useQualysTranslation } from '../../translation';
import { OutcomeIcon } from './OutcomeIcon';
import { titleOf } from './scanWords';

const MARK = 28;

const useStyles = makeStyles(
  theme => ({
    root: {
      border: 0,
      margin: theme.spacing(1, 0, 0),
      padding: 0,
      minWidth: 0,
    },
    line: {
      display: 'flex',
      // The line that the marks stand on, from the first to the last.
      backgroundImage: `linear-gradient(${theme.palette.divider}, ${theme.palette.divider})`,
      backgroundSize: `calc(100% - ${MARK}px) 2px`,
      backgroundPosition: 'center',
      backgroundRepeat: 'no-repeat',
    },
    // What is between two scans is as long as the time between them.
    step: {
      display: 'flex',
      justifyContent: 'flex-end',
      flexBasis: MARK,
      minWidth: MARK,
    },
    mark: {
      position: 'relative',
      display: 'block',
      width: MARK,
      height: MARK,
      cursor: 'pointer',
    },
    input: {
      position: 'absolute',
      inset: 0,
      width: '100%',
      height: '100%',
      margin: 0,
      opacity: 0,
      cursor: 'pointer',
      '&:checked + $shape': {
        borderColor: theme.palette.text.primary,
      },
      '&:focus-visible + $shape': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    shape: {
      position: 'absolute',
      inset: 1,
      display: 'grid',
      placeItems: 'center',
      borderRadius: '50%',
      border: '2px solid transparent',
      backgroundColor: theme.palette.background.paper,
    },
    ends: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      color: theme.palette.textSubtle,
    },
  }),
  { name: 'QualysScanTimeLine' },
);

export interface ScanTimeLineProps {
  /** What ids and names of its parts begin with. */
  id: string;
  /** What the web app is called. */
  name: string;
  /** Newest first. */
  scans: readonly WebAppScan[];
  chosen: string | undefined;
  onChoose: (scanId: string) => void;
}

/**
 * Scans on a line, one mark each: they are as far from each other as they were
 * in time. The marks are the browser's own choice of one of several, which the
 * keyboard and every screen reader know.
 */
export function ScanTimeLine(props: ScanTimeLineProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const locale = useLanguage();
  const scans = [...props.scans].reverse();
  const outcomes = SCAN_OUTCOMES.map(outcome => ({
    outcome,
    count: scans.filter(scan => scan.outcome === outcome).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) =>
      t('webApps.timeLine.count', {
        outcome: t(`webApps.outcome.${outcome}`),
        number: String(count),
      }),
    );
  const dayOf = (scan: WebAppScan) =>
    scan.launchedDate
      ? DateTime.fromISO(scan.launchedDate, { locale }).toLocaleString(
          DateTime.DATE_MED,
        )
      : t('time.unknown');

  return (
    <fieldset
      className={classes.root}
      aria-label={t('webApps.timeLine.label', {
        name: props.name,
        outcomes: new Intl.ListFormat(locale).format(outcomes),
      })}
    >
      <div className={classes.line}>
        {scans.map((scan, index) => (
          <div
            key={scan.id}
            className={classes.step}
            style={{ flexGrow: gapBefore(scan, scans[index - 1]) }}
          >
            <label className={classes.mark} title={titleOf(scan, t)}>
              <input
                type="radio"
                className={classes.input}
                name={`${props.id}-scan`}
                value={scan.id}
                checked={scan.id === props.chosen}
                onChange={() => props.onChoose(scan.id)}
                aria-label={t('webApps.timeLine.mark', {
                  what: titleOf(scan, t),
                  when: dayOf(scan),
                  outcome: t(`webApps.outcome.${scan.outcome}`),
                })}
              />
              <span className={classes.shape}>
                <OutcomeIcon outcome={scan.outcome} />
              </span>
            </label>
          </div>
        ))}
      </div>
      {scans.length > 1 && (
        <Typography
          variant="caption"
          component="div"
          className={classes.ends}
          aria-hidden
        >
          <span>{dayOf(scans[0])}</span>
          <span>{dayOf(scans[scans.length - 1])}</span>
        </Typography>
      )}
    </fieldset>
  );
}

const HOUR = 3_600_000;

// In hours; nothing before the first, so that it stands where the line begins.
function gapBefore(scan: WebAppScan, before: WebAppScan | undefined): number {
  if (!before) return 0;
  const [to, from] = [scan, before].map(({ launchedDate }) =>
    launchedDate ? Date.parse(launchedDate) : Date.now(),
  );
  // Less than one in all would leave a part of the line empty.
  return Math.max((to - from) / HOUR, 1);
}

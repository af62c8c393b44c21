import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLanguage } from '../hooks/useLanguage';

const useStyles = makeStyles(
  theme => {
    const over = theme.palette.background.paper;
    const stripes = (angle: number, width: number, step: number) =>
      `repeating-linear-gradient(${angle}deg, ${over} 0 ${width}px, transparent ${width}px ${step}px)`;
    const dots = {
      backgroundImage: `radial-gradient(${over} 22%, transparent 28%)`,
      backgroundSize: '7px 7px',
    };
    return {
      bar: {
        display: 'flex',
        gap: 2,
        height: 20,
        margin: theme.spacing(0.5, 0, 1),
        borderRadius: theme.shape.borderRadius,
        overflow: 'hidden',
      },
      empty: { flexGrow: 1, backgroundColor: theme.palette.divider },
      // However small a part is, it can be seen.
      part: { flexBasis: 0, minWidth: 6 },
      legend: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 12rem), 1fr))',
        gap: theme.spacing(0.5, 2),
        listStyle: 'none',
        margin: 0,
        padding: 0,
      },
      entry: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: theme.spacing(0.75),
      },
      swatch: { width: 14, height: 14, borderRadius: 2, flexShrink: 0 },
      subtle: { color: theme.palette.textSubtle },
      // Each colour has a pattern of its own, for those who do not see colours.
      success: { backgroundColor: theme.palette.status.ok },
      pending: { backgroundColor: theme.palette.status.running, ...dots },
      error: {
        backgroundColor: theme.palette.status.error,
        backgroundImage: stripes(45, 1.5, 7),
      },
      disabled: {
        backgroundColor: theme.palette.status.aborted,
        backgroundImage: stripes(90, 1.5, 6),
      },
      unknown: {
        backgroundColor: theme.palette.status.warning,
        backgroundImage: stripes(-45, 1.5, 7),
      },
      first: { backgroundColor: theme.palette.primary.main },
      second: {
        backgroundColor: theme.palette.primary.main,
        backgroundImage: stripes(45, 3, 7),
      },
      third: { backgroundColor: theme.palette.primary.main, ...dots },
    };
  },
  { name: 'QualysProportions' },
);

/** How a part looks: the colour and pattern of a state, or the first of several shades. */
export type PartLook =
  | 'success'
  | 'error'
  | 'pending'
  | 'disabled'
  | 'unknown'
  | 'first'
  | 'second'
  | 'third';

/** One part of a whole. */
export interface Part {
  key: string;
  look: PartLook;
  count: number;
  /** What the part is and how much of it there is, for example a link. */
  name: ReactNode;
}

export interface ProportionsProps {
  /** What the whole is, for those who hear the page. */
  label: string;
  parts: Part[];
  /** What to say where there is nothing. */
  none: string;
}

/** The parts of a whole, as a bar and in words. */
export function Proportions(props: ProportionsProps) {
  const classes = useStyles();
  const locale = useLanguage();
  const parts = props.parts.filter(({ count }) => count > 0);
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className={classes.bar} aria-hidden>
        {total === 0 && <div className={classes.empty} />}
        {parts.map(({ key, look, count }) => (
          <div
            key={key}
            className={`${classes.part} ${classes[look]}`}
            style={{ flexGrow: count }}
          />
        ))}
      </div>
      {total === 0 ? (
        <Typography variant="body2">{props.none}</Typography>
      ) : (
        <Typography
          component="ul"
          variant="body2"
          className={classes.legend}
          aria-label={props.label}
        >
          {parts.map(({ key, look, count, name }) => (
            <li key={key} className={classes.entry}>
              <span
                className={`${classes.swatch} ${classes[look]}`}
                aria-hidden
              />
              <span>
                {name}{' '}
                <span className={classes.subtle}>
                  ({percentOf(count, total, locale)})
                </span>
              </span>
            </li>
          ))}
        </Typography>
      )}
    </>
  );
}

/** A part of a whole in percent; what is there is never nothing, and what is missing never everything. */
export function percentOf(
  count: number,
  total: number,
  locale: string,
): string {
  const percent = (value: number) =>
    value.toLocaleString(locale, { style: 'percent' });
  const share = count / total;
  if (share > 0 && share < 0.01) return `< ${percent(0.01)}`;
  if (share < 1 && share > 0.99) return `> ${percent(0.99)}`;
  return percent(share);
}

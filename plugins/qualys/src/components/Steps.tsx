import { useEffect, useRef, type ReactNode } from 'react';
import Link from '@material-ui/core/Link';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircle';
import { useQualysTranslation } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'grid',
      gridTemplateColumns: '1.5rem minmax(0, 1fr)',
      columnGap: theme.spacing(1.5),
      paddingBottom: theme.spacing(2),
    },
    mark: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: '1.5rem',
      height: '1.5rem',
      borderRadius: '50%',
      fontSize: '0.8125rem',
      border: `1px solid ${theme.palette.textSubtle}`,
      color: theme.palette.textSubtle,
    },
    present: {
      borderColor: theme.palette.text.primary,
      backgroundColor: theme.palette.text.primary,
      color: theme.palette.background.paper,
    },
    done: { color: theme.palette.status.ok },
    title: { fontWeight: theme.typography.fontWeightBold as number },
    // Names of roles are long.
    body: { marginTop: theme.spacing(1), overflowWrap: 'anywhere' },
    other: { color: theme.palette.textSubtle },
    // It looks like the title that it is, and acts like a link.
    back: {
      font: 'inherit',
      color: theme.palette.link,
      verticalAlign: 'baseline',
      textAlign: 'start',
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'QualysSteps' },
);

export interface StepsProps {
  steps: readonly { key: string; title: string; body: ReactNode }[];
  /** The present one; undefined when all are done. */
  current: string | undefined;
  /** Goes back to a step that is done, where that is possible. */
  onBack?: (key: string) => void;
}

/** Steps that are taken one after the other; the present one is open. */
export function Steps(props: StepsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { steps, current } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(current);
  useEffect(() => {
    // The button that led here may be gone; at the beginning the dialog has the focus.
    if (first.current === current) return;
    first.current = current;
    heading.current?.focus();
  }, [current]);
  const place = steps.findIndex(({ key }) => key === current);
  const reached = place === -1 ? steps.length : place;
  return (
    <ol className={classes.list}>
      {steps.map(({ key, title, body }, index) => {
        const isDone = index < reached;
        const isPresent = index === reached;
        return (
          <li
            key={key}
            className={classes.item}
            aria-current={isPresent ? 'step' : undefined}
          >
            {isDone ? (
              <DoneIcon className={classes.done} aria-hidden />
            ) : (
              <span
                className={`${classes.mark} ${
                  isPresent ? classes.present : ''
                }`}
                aria-hidden
              >
                {index + 1}
              </span>
            )}
            <div>
              <Typography
                variant="body1"
                component="h3"
                tabIndex={isPresent ? -1 : undefined}
                ref={isPresent ? heading : undefined}
                className={isPresent ? classes.title : classes.other}
              >
                {isDone && props.onBack ? (
                  <Link
                    component="button"
                    type="button"
                    className={classes.back}
                    onClick={() => props.onBack?.(key)}
                  >
                    {title}
                  </Link>
                ) : (
                  title
                )}
                {isDone && (
                  <span className={classes.hidden}>
                    {` ${t('steps.done')}`}
                  </span>
                )}
              </Typography>
              {isPresent && <div className={classes.body}>{body}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

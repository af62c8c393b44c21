import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import FailedIcon from '@material-ui/icons/ErrorOutline';
import UnknownIcon from '@material-ui/icons/HelpOutline';
import NotDoneIcon from '@material-ui/icons/RemoveCircleOutline';
import type { Step, StepState } from 'backstage-plugin-qualys-common';
import { useQualysTranslation } from '../translation';
import { useStepWords } from './useStepWords';

const ICONS: Record<StepState, typeof DoneIcon> = {
  done: DoneIcon,
  notNeeded: DoneIcon,
  failed: FailedIcon,
  unknown: UnknownIcon,
  notDone: NotDoneIcon,
};

// Only the icon is coloured: the status colours are too pale for text.
const useStyles = makeStyles(
  theme => ({
    list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
    item: { padding: theme.spacing(0.25, 0), overflowWrap: 'anywhere' },
    state: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontWeight: theme.typography.fontWeightBold as number,
    },
    done: { color: theme.palette.status.ok },
    notNeeded: { color: theme.palette.textSubtle },
    failed: { color: theme.palette.status.error },
    unknown: { color: theme.palette.status.warning },
    notDone: { color: theme.palette.textSubtle },
  }),
  { name: 'QualysStepList' },
);

export interface StepListProps {
  /** The steps in their order, with what became of them where they were begun. */
  steps: readonly { step: Step; state?: StepState }[];
  /** What the list is, for those who do not see where it stands. */
  label: string;
}

/** The steps that a change takes, in plain sentences. */
export function StepList(props: StepListProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const words = useStepWords();
  return (
    <ol className={classes.list} aria-label={props.label}>
      {props.steps.map(({ step, state }, index) => {
        const Icon = state && ICONS[state];
        return (
          <Typography
            // Two steps may be the same; their order never changes.
            // eslint-disable-next-line react/no-array-index-key
            key={index}
            component="li"
            variant="body2"
            className={classes.item}
          >
            {words(step)}
            {state && Icon && (
              <>
                {' '}
                <span className={classes.state}>
                  <Icon
                    fontSize="small"
                    className={classes[state]}
                    aria-hidden
                  />
                  {t(`settings.steps.state.${state}`)}
                </span>
              </>
            )}
          </Typography>
        );
      })}
    </ol>
  );
}

import { makeStyles } from '@material-ui/core/styles';

/** How a list of steps looks. */
export const useStepsStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      margin: theme.spacing(1, 0),
      paddingLeft: theme.spacing(3),
      '& > li': { marginBottom: theme.spacing(1) },
    },
  }),
  { name: 'QualysAccessSteps' },
);

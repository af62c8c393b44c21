import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      border: 0,
      margin: theme.spacing(0, 0, 4),
      padding: 0,
      minWidth: 0,
      '&:last-child': { marginBottom: theme.spacing(1) },
    },
    legend: { padding: 0, marginBottom: theme.spacing(1) },
    fields: { display: 'grid', gap: theme.spacing(2) },
  }),
  { name: 'QualysFieldGroup' },
);

export interface FieldGroupProps {
  id: string;
  title: string;
  /** What holds for all of its fields. */
  explanation?: ReactNode;
  children: ReactNode;
}

/** Fields of a form that belong together. */
export function FieldGroup(props: FieldGroupProps) {
  const classes = useStyles();
  const explanationId = `${props.id}-explanation`;
  return (
    <fieldset
      className={classes.root}
      aria-describedby={props.explanation ? explanationId : undefined}
    >
      <Typography component="legend" variant="h6" className={classes.legend}>
        {props.title}
      </Typography>
      <div className={classes.fields}>
        {props.explanation && (
          <Typography id={explanationId} variant="body2" component="div">
            {props.explanation}
          </Typography>
        )}
        {props.children}
      </div>
    </fieldset>
  );
}

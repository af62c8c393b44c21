import type { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2) },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
    title: { overflowWrap: 'anywhere' },
    facts: { color: theme.palette.textSubtle },
    pictures: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 17rem), 1fr))',
      gap: theme.spacing(2, 4),
      marginTop: theme.spacing(2),
    },
    foot: {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'QualysOverviewCard' },
);

export interface CardProps {
  id: string;
  title: string;
  /** What is said beside the title. */
  facts: string;
  /** How much there is in all. */
  total: ReactNode;
  /** The pictures. */
  children: ReactNode;
  foot?: ReactNode;
}

/** The frame of what the overview shows of one subscription, or of all. */
export function Card(props: CardProps) {
  const classes = useStyles();
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-labelledby={props.id}
    >
      <div className={classes.head}>
        <div>
          <Typography
            id={props.id}
            variant="h6"
            component="h3"
            className={classes.title}
          >
            {props.title}
          </Typography>
          <Typography variant="body2" className={classes.facts}>
            {props.facts}
          </Typography>
        </div>
        <Typography variant="subtitle1" component="div">
          {props.total}
        </Typography>
      </div>
      <div className={classes.pictures}>{props.children}</div>
      {props.foot && <div className={classes.foot}>{props.foot}</div>}
    </Paper>
  );
}

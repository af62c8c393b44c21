import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'QualysActionRow' },
);

export interface ActionRowProps {
  /** What the group of buttons is called. */
  label: string;
  /** The buttons. */
  children: ReactNode;
}

/** The buttons for what can be done with an object of Qualys. */
export function ActionRow(props: ActionRowProps) {
  const classes = useStyles();
  return (
    <div role="group" aria-label={props.label} className={classes.buttons}>
      {props.children}
    </div>
  );
}

import type { ReactNode, Ref } from 'react';
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
  /** For the group, which can be given the focus. */
  groupRef?: Ref<HTMLDivElement>;
  /** The buttons. */
  children: ReactNode;
}

/** The buttons for what can be done with an object of Qualys. */
export function ActionRow(props: ActionRowProps) {
  const classes = useStyles();
  return (
    <div
      ref={props.groupRef}
      role="group"
      aria-label={props.label}
      tabIndex={props.groupRef ? -1 : undefined}
      className={classes.buttons}
    >
      {props.children}
    </div>
  );
}

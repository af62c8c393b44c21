import { Suspense, type ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { OpeningDialog } from './FreshDialog';

const useStyles = makeStyles(
  theme => ({
    buttons: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'QualysObjectActions' },
);

export interface ObjectActionsProps {
  /** What the group of buttons is called. */
  label: string;
  /** What people call the object. */
  name: string;
  /** The buttons. */
  children: ReactNode;
  /** The dialog that is open, whose code may still be on its way. */
  dialog?: ReactNode;
  onClose: () => void;
}

/** What can be done with an object of Qualys: its buttons, and the dialogs that they open. */
export function ObjectActions(props: ObjectActionsProps) {
  const classes = useStyles();
  const { name, onClose } = props;
  return (
    <>
      <div role="group" aria-label={props.label} className={classes.buttons}>
        {props.children}
      </div>
      {props.dialog && (
        <Suspense
          fallback={
            <OpeningDialog id="qualys-opening" title={name} onClose={onClose} />
          }
        >
          {props.dialog}
        </Suspense>
      )}
    </>
  );
}

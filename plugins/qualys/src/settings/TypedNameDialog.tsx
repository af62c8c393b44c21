import { useState, type ReactNode } from 'react';
import TextField from '@material-ui/core/TextField';
import { useFieldStyles } from '../components/fieldStyles';
import { FieldHelp } from './fields/FieldHelp';
import { SendDialog, type SendDialogProps } from './SendDialog';
import { useReason, type Reason } from './useReason';

/** What is said at the field for the name. */
export interface TypedNameWords {
  label: string;
  hint: string;
  /** Where what was typed is not the name. */
  differs: string;
}

export interface TypedNameDialogProps<State>
  extends Omit<SendDialogProps<State>, 'dirty' | 'onSend' | 'children'> {
  /** The name that must be typed. */
  name: string;
  words: TypedNameWords;
  /** The name was typed, and a reason given. */
  onConfirmed: (confirmed: { name: string; reason: string }) => Promise<void>;
  /** What it brings, with the field for the name and the reason among it. */
  children: (nameField: ReactNode, reason: Reason) => ReactNode;
}

/** Does what cannot be undone, for which a name must be typed and a reason given. */
export function TypedNameDialog<State>(props: TypedNameDialogProps<State>) {
  const { name, words, onConfirmed, children, ...dialog } = props;
  const fields = useFieldStyles();
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const reason = useReason();
  const differs = checked && typed !== name;

  const send = async () => {
    setChecked(true);
    const why = reason.check();
    if (typed !== name || why === undefined) return false;
    await onConfirmed({ name: typed, reason: why });
    return true;
  };
  return (
    <SendDialog
      {...dialog}
      dirty={typed !== '' || reason.value !== ''}
      onSend={send}
    >
      {children(
        <TextField
          id={`${props.id}-name`}
          label={words.label}
          helperText={
            <FieldHelp
              error={differs ? words.differs : undefined}
              hint={words.hint}
            />
          }
          error={differs}
          value={typed}
          onChange={event => setTyped(event.target.value)}
          inputProps={{ autoComplete: 'off' }}
          InputLabelProps={{ className: fields.label }}
          variant="outlined"
          fullWidth
          required
        />,
        reason,
      )}
    </SendDialog>
  );
}

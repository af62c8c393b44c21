import { useRef, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { useQualysTranslation } from '../translation';
import { SaveProblem } from './SaveProblem';
import { SettingsDialog, type SettingsDialogProps } from './SettingsDialog';
import { useFocusFirstError } from './useFocusFirstError';
import type { SettingsSave } from './useSettingsSave';

export interface SendDialogProps<State>
  extends Pick<
    SettingsDialogProps,
    'id' | 'title' | 'dirty' | 'onClose' | 'closeLabel' | 'children'
  > {
  save: SettingsSave<State>;
  /** What the button says that sends it. */
  sendLabel: string;
  /** What that says while something is on its way; what that is, unless given. */
  sendingLabel?: string;
  /** Whether it cannot be sent as things stand. */
  blocked?: boolean;
  /** Sends it; answers whether what was entered for it was right. */
  onSend: () => Promise<boolean>;
  /** What is said where things have changed since the dialog was opened. */
  conflictIn?: (current: State) => ReactNode;
  /** Reads afresh, where it is not certain what has become of it. */
  onLookAgain: () => void;
}

/**
 * Does one thing, which it says beforehand, with all that can go wrong on the
 * way to Qualys.
 */
export function SendDialog<State>(props: SendDialogProps<State>) {
  const { t } = useQualysTranslation();
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { busy, conflict, error, looked, sending } = props.save;

  const submit = async () => {
    if (!(await props.onSend())) focusFirstError();
  };
  return (
    <SettingsDialog
      id={props.id}
      title={props.title}
      dirty={props.dirty}
      sending={sending}
      onClose={props.onClose}
      closeLabel={props.closeLabel}
      onSubmit={submit}
      actions={
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending || conflict !== undefined || props.blocked}
        >
          {busy ? props.sendingLabel ?? t(`settings.${busy}`) : props.sendLabel}
        </Button>
      }
    >
      <div ref={content}>
        {props.children}
        {conflict !== undefined && props.conflictIn?.(conflict)}
        {error && (
          <SaveProblem
            error={error}
            looked={looked}
            onLookAgain={props.onLookAgain}
          />
        )}
      </div>
    </SettingsDialog>
  );
}

import { useRef, type MouseEvent, type ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import {
  qualysSettingsWeakenPermission,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { useMissingPermission } from '../hooks/useMissingPermission';
import { useQualysTranslation } from '../translation';
import type { WordsOf } from './ChangeList';
import { ReviewStep, type ReasonWords } from './ReviewStep';
import { ChangedMeanwhile, SaveProblem } from './SaveProblem';
import { SettingsDialog } from './SettingsDialog';
import { useFocusFirstError } from './useFocusFirstError';
import type { SettingsEdit } from './useSettingsEdit';

export interface SettingsEditorProps<State, Update> {
  /** What the ids of its parts begin with. */
  id: string;
  title: ReactNode;
  /** The entity that the settings are changed on; missing where whoever may change them may weaken, too. */
  entityRef?: string;
  edit: SettingsEdit<State, Update>;
  wordsOf: WordsOf;
  /** What the button says that ends the form; that of the review unless given. */
  submitLabel?: string;
  /** What the button says that sends what was reviewed; that it is saved unless given. */
  sendLabel?: string;
  /** What the button says that gives it up. */
  closeLabel?: string;
  /** Whether it is of use to send what changes nothing, and what is said of it. */
  sendsAgain?: ReactNode;
  /** What is said of the reason, where it can be given for any change. */
  reasonWords?: ReasonWords;
  /** What else there is to say below the changes. */
  review?: ReactNode;
  /** What somebody else changed meanwhile, and who it was where that is known. */
  conflictOf: (current: State) => { changes: SettingChange[]; by?: ReactNode };
  onClose: () => void;
  /** The form. */
  children: ReactNode;
}

/** The second click of a double click is meant for the step before. */
function ignoreSecondOfDouble(event: MouseEvent) {
  if (event.detail > 1) event.preventDefault();
}

/**
 * Leads through a change of settings: the form, what it will change in words,
 * and the way to Qualys with all that can go wrong on it.
 */
export function SettingsEditor<State, Update>(
  props: SettingsEditorProps<State, Update>,
) {
  const { t } = useQualysTranslation();
  const { edit, id } = props;
  const { changes, reason, save, weakening } = edit;
  const { busy, conflict, error, sending } = save;
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const { entityRef } = props;
  const weaken = useMissingPermission(
    entityRef === undefined
      ? []
      : [
          {
            permission: qualysSettingsWeakenPermission,
            resourceRef: entityRef,
          },
        ],
  );
  const isReviewed = edit.reviewed !== undefined;
  const mayNot = weakening && Boolean(weaken.missing);
  const isPointless = changes.length === 0 && !props.sendsAgain;

  const submit = async () => {
    if (!isReviewed) {
      await edit.check();
      focusFirstError();
      return;
    }
    const isGiven =
      weakening || Boolean(props.reasonWords && reason.value.trim());
    const why = isGiven ? reason.check() : undefined;
    if (isGiven && why === undefined) focusFirstError();
    else await edit.send(why);
  };
  const label = isReviewed
    ? props.sendLabel ?? t('settings.save')
    : props.submitLabel ?? t('settings.review');

  return (
    <SettingsDialog
      id={id}
      title={props.title}
      // Fields are typed into without anything else being rendered.
      dirty={edit.dirty}
      sending={sending}
      onClose={props.onClose}
      closeLabel={props.closeLabel}
      onSubmit={submit}
      actions={
        <>
          {isReviewed && (
            <Button onClick={edit.back} disabled={sending}>
              {t('settings.back')}
            </Button>
          )}
          <Button
            // It does another thing then, and takes over neither the focus nor a key that is held down.
            key={isReviewed ? 'send' : 'check'}
            type="submit"
            variant="contained"
            color="primary"
            onClick={ignoreSecondOfDouble}
            disabled={
              sending ||
              conflict !== undefined ||
              (isReviewed && (isPointless || mayNot))
            }
          >
            {busy ? t(`settings.${busy}`) : label}
          </Button>
        </>
      }
    >
      <div ref={content}>
        {isReviewed ? (
          <ReviewStep
            id={id}
            changes={changes}
            wordsOf={props.wordsOf}
            weakening={weakening}
            reason={reason}
            reasonWords={props.reasonWords}
            mayWeaken={!weaken.missing}
            nothing={props.sendsAgain}
          >
            {props.review}
          </ReviewStep>
        ) : (
          props.children
        )}
        {conflict !== undefined && (
          <ChangedMeanwhile
            {...props.conflictOf(conflict)}
            wordsOf={props.wordsOf}
            onGoOn={() => edit.goOnFrom(conflict)}
          />
        )}
        {error && (
          <SaveProblem
            error={error}
            looked={save.looked}
            onLookAgain={edit.lookAgain}
          />
        )}
      </div>
    </SettingsDialog>
  );
}

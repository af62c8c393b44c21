import { useState, type ReactElement, type ReactNode } from 'react';
import { useQualysTranslation } from '../translation';
import { HistoryButton } from './ActionButton';
import { ObjectActions } from './ObjectActions';

/** The dialog that every object has. */
export interface HistoryOpened {
  what: 'history';
}

/** What the dialogs of an object are given. */
export interface ObjectDialogsFrame<O> {
  /** The dialog that is open. */
  opened: O;
  /** What people call the object. */
  name: string;
  onOpen: (opened: O) => void;
  onClose: () => void;
}

export interface ObjectSectionProps<O> {
  /** What people call the object. */
  name: string;
  /** What is shown of it; it may open dialogs itself. */
  children: (onOpen: (opened: O) => void) => ReactNode;
  /** The buttons that open its dialogs, without that of its history. */
  buttons: (onOpen: (opened: O) => void) => ReactNode;
  /** What the button of its history is called. */
  historyLabel: string;
  /** Its dialogs, whose code may still be on its way. */
  dialogs: (frame: ObjectDialogsFrame<O>) => ReactElement;
}

/** An object of Qualys on a card: what is shown of it, and what can be done with it. */
export function ObjectSection<O>(props: ObjectSectionProps<O | HistoryOpened>) {
  const { t } = useQualysTranslation();
  const { name } = props;
  const [opened, onOpen] = useState<O | HistoryOpened>();
  const onClose = () => onOpen(undefined);
  return (
    <section aria-label={name}>
      {props.children(onOpen)}
      <ObjectActions
        label={t('settings.actionsOf', { name })}
        name={name}
        onClose={onClose}
        dialog={opened && props.dialogs({ opened, name, onOpen, onClose })}
      >
        {props.buttons(onOpen)}
        <HistoryButton
          aria-label={props.historyLabel}
          onClick={() => onOpen({ what: 'history' })}
        />
      </ObjectActions>
    </section>
  );
}

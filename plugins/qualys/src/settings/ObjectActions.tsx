import type { ReactNode } from 'react';
import { ActionRow, type ActionRowProps } from './ActionRow';
import { LazyDialog } from './LazyDialog';
import { useFocusKept } from './useFocusKept';

export interface ObjectActionsProps extends Omit<ActionRowProps, 'groupRef'> {
  /** What people call the object. */
  name: string;
  /** The dialog that is open, whose code may still be on its way. */
  dialog?: ReactNode;
  onClose: () => void;
}

/** What can be done with an object of Qualys: its buttons, and the dialogs that they open. */
export function ObjectActions(props: ObjectActionsProps) {
  const { dialog, name, onClose, ...row } = props;
  const group = useFocusKept<HTMLDivElement>(Boolean(dialog));
  return (
    <>
      <ActionRow {...row} groupRef={group} />
      {dialog && (
        <LazyDialog name={name} onClose={onClose}>
          {dialog}
        </LazyDialog>
      )}
    </>
  );
}

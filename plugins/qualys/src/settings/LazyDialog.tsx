import { Suspense, type ReactNode } from 'react';
import { OpeningDialog } from './FreshDialog';

export interface LazyDialogProps {
  /** What people call the object that it is about. */
  name: string;
  onClose: () => void;
  /** The dialog, whose code may still be on its way. */
  children: ReactNode;
}

/** Stands in the place of a dialog until its code has come. */
export function LazyDialog(props: LazyDialogProps) {
  const { name, onClose } = props;
  return (
    <Suspense
      fallback={
        <OpeningDialog id="qualys-opening" title={name} onClose={onClose} />
      }
    >
      {props.children}
    </Suspense>
  );
}

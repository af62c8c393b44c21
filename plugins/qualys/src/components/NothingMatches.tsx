import type { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { Notice } from './Notice';

export interface NothingMatchesProps {
  title: ReactNode;
  /** What the button says that takes the filters away. */
  clearLabel: string;
  onClear: () => void;
  /** What it means. */
  children: ReactNode;
}

/** Says in the place of a list that nothing passes its filters, and takes them away. */
export function NothingMatches(props: NothingMatchesProps) {
  return (
    <Notice
      severity="info"
      title={props.title}
      action={
        <Button variant="outlined" size="small" onClick={props.onClear}>
          {props.clearLabel}
        </Button>
      }
    >
      {props.children}
    </Notice>
  );
}

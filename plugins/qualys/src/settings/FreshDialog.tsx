import type { ReactElement, ReactNode } from 'react';
import { Loading } from '../components/Loading';
import { ProblemNotice } from '../components/ProblemNotice';
import type { QualysQuery } from '../hooks/useQualysQuery';
import { useQualysTranslation } from '../translation';
import { SettingsDialog } from './SettingsDialog';

interface OpeningDialogProps {
  /** What the ids of its parts begin with. */
  id: string;
  title: ReactNode;
  onClose: () => void;
}

/** Stands in the place of a dialog whose code or settings are on their way. */
export function OpeningDialog(
  props: OpeningDialogProps & { children?: ReactNode },
) {
  const { t } = useQualysTranslation();
  const { children, ...frame } = props;
  return (
    <SettingsDialog {...frame}>
      {children || <Loading label={t('settings.opening')} rows={6} />}
    </SettingsDialog>
  );
}

export interface FreshDialogProps<T> extends OpeningDialogProps {
  /** What is read afresh, since every change is made from what holds now. */
  query: QualysQuery<T>;
  /** Whether something else is still to be known. */
  waiting?: boolean;
  /** The dialog, of what was read. */
  children: (value: T) => ReactElement;
}

/** Waits for what a dialog begins with, and says so where it cannot be read. */
export function FreshDialog<T>(props: FreshDialogProps<T>) {
  const { query, waiting = false, children, ...frame } = props;
  const { value, error, loading, retry } = query;
  if (value !== undefined && !loading && !waiting) return children(value);
  return (
    <OpeningDialog {...frame}>
      {error && !loading && <ProblemNotice error={error} onRetry={retry} />}
    </OpeningDialog>
  );
}

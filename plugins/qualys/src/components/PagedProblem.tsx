import type { QualysApiError } from '../api/QualysApiError';
import type { CursorPages } from '../hooks/useCursorPages';
import { useQualysTranslation } from '../translation';
import { ProblemNotice } from './ProblemNotice';

export interface PagedProblemProps {
  error: QualysApiError;
  pages: CursorPages;
  onRetry: () => void;
  /** What to say to somebody who is not allowed to see this. */
  notAllowed: string;
}

/** Says why a page of a list could not be read, and offers what helps. */
export function PagedProblem(props: PagedProblemProps) {
  const { t } = useQualysTranslation();
  const { error, pages, onRetry, notAllowed } = props;
  // A cursor lives only as long as the list that it was made for.
  const lost = error.code === 'invalid' && pages.index > 0;
  return (
    <ProblemNotice
      error={error}
      onRetry={lost ? pages.first : onRetry}
      retryLabel={lost ? t('connectors.firstPage') : undefined}
      notAllowed={notAllowed}
    />
  );
}

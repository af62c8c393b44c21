import type { ReactElement, ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import type { QualysApiError } from '../api/QualysApiError';
import type { CursorPages } from '../hooks/useCursorPages';
import type { QualysQuery } from '../hooks/useQualysQuery';
import { Loading } from './Loading';
import { PagedProblem } from './PagedProblem';
import { Paging } from './Paging';

/** A page of a list, as the backend answers it. */
interface Page {
  items: unknown[];
  totalItems: number;
  nextCursor?: string;
}

export interface PagedListProps<P extends Page> {
  /** What is read of the present page. */
  query: QualysQuery<P>;
  pages: CursorPages;
  pageSize: number;
  onPageSizeChange: (size: number) => void;
  /** What is said while the first page is under way. */
  loadingLabel: string;
  /** What to say to somebody who is not allowed to see this. */
  notAllowed: string;
  /** Stands in its place where the list is empty. */
  none: ReactElement;
  /** The page, with whether another one is under way. */
  children: (page: P, loading: boolean) => ReactNode;
}

// What was read last stays while the portal fails for a while, but not where it
// is not for whoever looks any more, or its cursor is lost.
function isPassing({ code, status }: QualysApiError): boolean {
  return status !== 401 && status !== 403 && code !== 'invalid';
}

/** A long list on a page of its own, in all of its states. */
export function PagedList<P extends Page>(props: PagedListProps<P>) {
  const { pages, query } = props;
  const { value: page, error, loading, retry } = query;
  const problem = error && (
    <PagedProblem
      error={error}
      pages={pages}
      onRetry={retry}
      notAllowed={props.notAllowed}
    />
  );
  if (problem && !(page && isPassing(error))) return problem;
  if (!page) return <Loading label={props.loadingLabel} rows={10} />;
  const empty = page.items.length === 0 && !loading;
  return (
    <>
      {problem && <Box mb={2}>{problem}</Box>}
      {empty ? (
        props.none
      ) : (
        <Paper>
          {props.children(page, loading)}
          <Paging
            pages={pages}
            rows={page.items.length}
            pageSize={props.pageSize}
            totalItems={page.totalItems}
            nextCursor={page.nextCursor}
            loading={loading}
            onPageSizeChange={props.onPageSizeChange}
          />
        </Paper>
      )}
    </>
  );
}

import { createContext, useContext, type ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type { RequestFilters } from '../requests/list';
import type { ConnectorFilters } from './connectors/useConnectorFilters';

/** Where the parts of the platform page are; a part that a portal has switched off is missing. */
export interface PlatformPaths {
  connectors?: string;
  requests?: string;
  ownership?: string;
  claims?: string;
  syncs?: string;
  securityHub?: string;
}

const Context = createContext<PlatformPaths>({});

/** Tells the parts of the page where the others are: each frontend system has its own way to know. */
export const PlatformPathsProvider = Context.Provider;

/** What the list of a part is to be narrowed to. */
export type PartFilters = ConnectorFilters | RequestFilters;

/** Where a part of the page is; nothing where the portal has switched it off. */
export function usePartPath(part: keyof PlatformPaths): string | undefined {
  return useContext(Context)[part];
}

export interface PartLinkProps {
  to: keyof PlatformPaths;
  /** What of that part, as its address says it: the id of a request, for example. */
  below?: string;
  /** What its list is to be narrowed to. */
  filters?: PartFilters;
  'aria-label'?: string;
  className?: string;
  /** Of a link among words, which a colour alone does not tell from them. */
  underline?: 'always';
  children: ReactNode;
}

/** A link to another part of the page; plain text where the portal has no such part. */
export function PartLink(props: PartLinkProps) {
  const { to, below, filters, children, ...others } = props;
  const path = usePartPath(to);
  if (path === undefined) return <>{children}</>;
  const whole = below === undefined ? path : `${path}/${below}`;
  return (
    <Link to={`${whole}${queryOf(filters)}`} {...others}>
      {children}
    </Link>
  );
}

function queryOf(filters: PartFilters = {}): string {
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query && `?${query}`;
}

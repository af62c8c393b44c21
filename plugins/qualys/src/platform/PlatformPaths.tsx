import { createContext, useContext, type ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import type { ConnectorFilters } from './connectors/useConnectorFilters';

/** Where the parts of the platform page are; a part that a portal has switched off is missing. */
export interface PlatformPaths {
  connectors?: string;
  ownership?: string;
  claims?: string;
  syncs?: string;
  securityHub?: string;
}

const Context = createContext<PlatformPaths>({});

/** Tells the parts of the page where the others are: each frontend system has its own way to know. */
export const PlatformPathsProvider = Context.Provider;

export interface PartLinkProps {
  to: keyof PlatformPaths;
  /** What the list of connectors is to be narrowed to. */
  filters?: ConnectorFilters;
  'aria-label'?: string;
  className?: string;
  children: ReactNode;
}

/** A link to another part of the page; plain text where the portal has no such part. */
export function PartLink(props: PartLinkProps) {
  const { to, filters, children, ...others } = props;
  const path = useContext(Context)[to];
  if (path === undefined) return <>{children}</>;
  return (
    <Link to={`${path}${queryOf(filters)}`} {...others}>
      {children}
    </Link>
  );
}

function queryOf(filters: ConnectorFilters = {}): string {
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  ).toString();
  return query && `?${query}`;
}

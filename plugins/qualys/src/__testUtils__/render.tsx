import type { Entity } from '@backstage/catalog-model';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  AuthorizeResult,
  type EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useLocation } from 'react-router-dom';
import { SWRConfig } from 'swr';
import { qualysApiRef, type QualysApi } from '../api';
import { PlatformPathsProvider } from '../platform/PlatformPaths';
import type { FakeSignals } from './FakeSignals';

export interface RenderOptions {
  api?: Partial<QualysApi>;
  /** The entities of the catalog. */
  entities?: Entity[];
  /** The names of the permissions that are refused. */
  denied?: string[];
  /** The signals of the portal; it has none unless given. */
  signals?: FakeSignals;
  /** The address that the page is opened at. */
  at?: string;
}

/** Where the parts of the page for the platform team are. */
const PATHS = {
  connectors: '/qualys/connectors',
  requests: '/qualys/requests',
  ownership: '/qualys/ownership',
  claims: '/qualys/claims',
  syncs: '/qualys/syncs',
  securityHub: '/qualys/security-hub',
};

/** The address of the page, for tests to read. */
function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{`${pathname}${search}`}</div>;
}

/** Renders a part of the plugin in a portal whose backend is the given one. */
export function renderPart(element: JSX.Element, options: RenderOptions = {}) {
  const post = jest.fn(() => ({ close: () => {} }));
  renderInTestApp(
    // Permissions are remembered for all tests unless each has a cache of its own.
    <SWRConfig value={{ provider: () => new Map() }}>
      <PlatformPathsProvider value={PATHS}>{element}</PlatformPathsProvider>
      <Address />
    </SWRConfig>,
    {
      apis: [
        [qualysApiRef, options.api ?? {}],
        [toastApiRef, { post }],
        ...(options.signals
          ? ([[signalApiRef, options.signals]] as const)
          : []),
        [catalogApiRef, catalogApiMock({ entities: options.entities })],
        mockApis.permission({
          authorize: ({ permission }: EvaluatePermissionRequest) =>
            options.denied?.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      initialRouteEntries: [options.at ?? '/'],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { toast: post };
}

/** Renders a part of an entity's page. */
export function renderOnEntity(
  element: JSX.Element,
  entity: Entity,
  options?: RenderOptions,
) {
  return renderPart(
    <EntityProvider entity={entity}>{element}</EntityProvider>,
    options,
  );
}

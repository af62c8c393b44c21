import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { EntitySwitch } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  MockPermissionApi,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { Route, Routes } from 'react-router-dom';
import {
  EntityQualysConnectorsCard,
  EntityQualysContent,
  EntityQualysOwnedConnectorsCard,
  EntityQualysS3IntegrationsCard,
  EntityQualysWebAppsCard,
  EntityQualysSecurityHubCard,
  hasQualysConnectors,
  hasQualysWebApps,
  isQualysAvailable,
  isQualysConnectorsAvailable,
  isQualysS3IntegrationsAvailable,
  isQualysSecurityHubAvailable,
  qualysApiRef,
  QualysPage,
  qualysPlugin,
} from '..';
import { press } from '../__testUtils__/dialogs';
import { component, summary } from '../__testUtils__/fixtures';
import { REQUEST_ID } from '../__testUtils__/requestFixtures';
import { acceptedWebApp } from '../__testUtils__/webAppFixtures';
import { WHOLE_API } from '../__testUtils__/wholeApi';
import { entityContentRouteRef } from './routes';

const apis = [
  [qualysApiRef, WHOLE_API],
  [catalogApiRef, catalogApiMock()],
  [toastApiRef, { post: () => ({ close: () => {} }) }],
  [permissionApiRef, new MockPermissionApi()],
] as const;

const ENTITY_ROUTE = { '/catalog/:namespace/:kind/:name': entityRouteRef };

/** Renders a card on the page of an entity. */
function renderCard(card: JSX.Element, entity: Entity) {
  return renderInTestApp(
    <TestApiProvider apis={apis}>
      <EntityProvider entity={entity}>{card}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: ENTITY_ROUTE },
  );
}

describe('the plugin in the classic frontend system', () => {
  it('has a card, which links to the tab where there is one', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={component()}>
          <EntityQualysConnectorsCard />
        </EntityProvider>
      </TestApiProvider>,
      {
        mountedRoutes: {
          ...ENTITY_ROUTE,
          '/the-tab': entityContentRouteRef,
        },
      },
    );

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All details' })).toHaveAttribute(
      'href',
      '/the-tab',
    );
    expect(
      screen.queryByRole('button', { name: /payments-prod/ }),
    ).not.toBeInTheDocument();
  });

  it('has a card that needs no tab: it changes connectors itself', async () => {
    await renderCard(<EntityQualysConnectorsCard />, component());

    await press('Edit payments-prod');
    expect(await screen.findByLabelText(/^Name/)).toHaveValue('payments-prod');
    expect(screen.queryByText('All details')).not.toBeInTheDocument();
  });

  describe('on a page that asks what its entity has', () => {
    const render = (answer: EntitySummary) => {
      const getEntitySummary = jest.fn(async () => answer);
      const [[, api], ...others] = apis;
      return {
        getEntitySummary,
        rendered: renderInTestApp(
          <TestApiProvider
            apis={[[qualysApiRef, { ...api, getEntitySummary }], ...others]}
          >
            <EntityProvider entity={component({})}>
              <EntitySwitch>
                <EntitySwitch.Case if={hasQualysConnectors}>
                  <EntityQualysConnectorsCard />
                </EntitySwitch.Case>
                <EntitySwitch.Case>
                  <p>No connectors</p>
                </EntitySwitch.Case>
              </EntitySwitch>
              <EntitySwitch>
                <EntitySwitch.Case if={hasQualysWebApps}>
                  <EntityQualysWebAppsCard />
                </EntitySwitch.Case>
                <EntitySwitch.Case>
                  <p>No web apps</p>
                </EntitySwitch.Case>
              </EntitySwitch>
            </EntityProvider>
          </TestApiProvider>,
          { mountedRoutes: ENTITY_ROUTE },
        ),
      };
    };

    it('has the cards of what the portal has made, for one request', async () => {
      const { getEntitySummary, rendered } = render(
        summary({ webApps: [acceptedWebApp()] }),
      );
      await rendered;
      expect(await screen.findByText('payments-prod')).toBeInTheDocument();
      expect(
        await screen.findByRole('heading', { name: 'Checkout' }),
      ).toBeInTheDocument();
      expect(getEntitySummary).toHaveBeenCalledTimes(1);
    });

    it('has none where it has made nothing', async () => {
      const { getEntitySummary, rendered } = render(
        summary({ connectors: [] }),
      );
      await rendered;
      expect(await screen.findByText('No connectors')).toBeInTheDocument();
      expect(await screen.findByText('No web apps')).toBeInTheDocument();
      expect(getEntitySummary).toHaveBeenCalledTimes(1);
    });
  });

  it('has a card for S3 integrations', async () => {
    await renderCard(
      <EntityQualysS3IntegrationsCard />,
      component({ 'qualys.com/s3-integrations': '1001' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'payments-findings' }),
    ).toBeInTheDocument();
  });

  it('has a card for web apps', async () => {
    await renderCard(
      <EntityQualysWebAppsCard />,
      component({ 'qualys.com/web-apps': '4711' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
  });

  it('has a card for what Security Hub gets of an entity’s accounts', async () => {
    await renderCard(
      <EntityQualysSecurityHubCard />,
      component({ 'qualys.com/security-hub-integrations': '34' }),
    );

    expect(
      await screen.findByRole('heading', { name: 'Commerce' }),
    ).toBeInTheDocument();
  });

  it('has a card for what a group, a user or a system owns', async () => {
    await renderCard(<EntityQualysOwnedConnectorsCard />, {
      ...component({}),
      kind: 'Group',
    });

    expect(
      await screen.findByText('1 connector is owned by this group'),
    ).toBeInTheDocument();
  });

  it('has a tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <EntityProvider entity={component()}>
          <Routes>
            <Route path="/the-tab" element={<EntityQualysContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: ENTITY_ROUTE, routeEntries: ['/the-tab'] },
    );

    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }),
    ).toBeInTheDocument();
  });

  it('has a page whose tabs are in the address', async () => {
    await renderInTestApp(
      <TestApiProvider apis={apis}>
        <Routes>
          <Route path="/qualys/*" element={<QualysPage />} />
        </Routes>
      </TestApiProvider>,
      {
        mountedRoutes: ENTITY_ROUTE,
        routeEntries: ['/qualys'],
      },
    );
    expect(
      await screen.findByRole('heading', { name: 'Qualys' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Error: 12' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&state=error',
    );

    await userEvent.click(screen.getByRole('tab', { name: 'Connectors' }));
    expect(await screen.findByText('1 connector')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Requests' }));
    const request = await screen.findByRole('link', { name: 'checkout-prod' });
    expect(request).toHaveAttribute('href', `/qualys/requests/${REQUEST_ID}`);
    await userEvent.click(request);
    expect(
      await screen.findByRole('heading', { name: 'checkout-prod' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Security Hub' }));
    expect(
      await screen.findByRole('region', { name: 'Commerce' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Ownership' }));
    expect(
      await screen.findByRole('link', {
        name: '200 connectors: payments accounts',
      }),
    ).toHaveAttribute('href', '/qualys/connectors?rule=payments+accounts');

    await userEvent.click(screen.getByRole('tab', { name: 'Claims' }));
    expect(
      await screen.findByRole('button', { name: /^Accept/ }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('tab', { name: 'Syncs' }));
    expect(
      await screen.findByRole('region', { name: 'Example Corp' }),
    ).toBeInTheDocument();
  });

  it('brings its own client for the backend, and a filter for entities', () => {
    expect([...qualysPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      qualysApiRef.id,
    ]);
    expect(isQualysAvailable(component())).toBe(true);
    expect(isQualysAvailable(component({}))).toBe(false);

    const withS3 = component({ 'qualys.com/s3-integrations': '1001' });
    expect(isQualysAvailable(withS3)).toBe(true);
    expect(isQualysConnectorsAvailable(withS3)).toBe(false);
    expect(isQualysS3IntegrationsAvailable(withS3)).toBe(true);
    expect(isQualysS3IntegrationsAvailable(component())).toBe(false);

    const withHub = component({ 'qualys.com/security-hub-integrations': '34' });
    expect(isQualysAvailable(withHub)).toBe(true);
    expect(isQualysSecurityHubAvailable(withHub)).toBe(true);
    expect(isQualysSecurityHubAvailable(withS3)).toBe(false);
  });
});

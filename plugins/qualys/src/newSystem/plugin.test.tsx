import { screen, waitFor, within } from '@testing-library/react';
import {
  coreExtensionData,
  fetchApiRef,
  useApi,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  mockApis,
  renderInTestApp,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import plugin, { qualysApiRef, QualysClientApi } from '..';
import { WHOLE_API } from '../__testUtils__/wholeApi';

function extension(id: string): ExtensionDefinition {
  return plugin.getExtension(id as Parameters<typeof plugin.getExtension>[0]);
}

describe('the plugin in the new frontend system', () => {
  it('has a page with tabs, and is in the navigation', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[qualysApiRef, WHOLE_API]],
      initialRouteEntries: ['/qualys'],
    });

    expect(
      await screen.findByRole('heading', { name: 'Overview', level: 2 }),
    ).toBeInTheDocument();
    expect(
      within(screen.getByRole('navigation', { name: 'sidebar nav' })).getByRole(
        'link',
        { name: 'Qualys' },
      ),
    ).toHaveAttribute('href', '/qualys');
    expect(
      screen
        .getAllByRole('tab')
        .map(tab => [tab.textContent, tab.getAttribute('href')]),
    ).toEqual([
      ['Overview', '/qualys/overview'],
      ['Connectors', '/qualys/connectors'],
      ['Requests', '/qualys/requests'],
      ['Security Hub', '/qualys/security-hub'],
      ['Ownership', '/qualys/ownership'],
      ['Web applications', '/qualys/web-apps'],
      ['Claims', '/qualys/claims'],
      ['Syncs', '/qualys/syncs'],
      ['History', '/qualys/history'],
    ]);
  });

  it.each([
    ['/qualys/overview', 'Overview'],
    ['/qualys/connectors', 'All cloud connectors'],
    ['/qualys/requests', 'Connector requests'],
    ['/qualys/requests/new', 'Ask for a connector'],
    ['/qualys/security-hub', 'Security Hub integrations'],
    ['/qualys/ownership', 'Ownership'],
    ['/qualys/web-apps', 'Web applications'],
    ['/qualys/claims', 'Claims'],
    ['/qualys/syncs', 'Subscriptions'],
  ])('can be entered at %s', async (path, heading) => {
    renderTestApp({
      features: [plugin],
      apis: [[qualysApiRef, WHOLE_API]],
      initialRouteEntries: [path],
    });

    expect(
      await screen.findByRole('heading', { name: heading, level: 2 }),
    ).toBeInTheDocument();
  });

  it('leads from part to part of the page', async () => {
    renderTestApp({
      features: [plugin],
      apis: [[qualysApiRef, WHOLE_API]],
      initialRouteEntries: ['/qualys'],
    });

    expect(
      await screen.findByRole('link', { name: 'Error: 12' }),
    ).toHaveAttribute(
      'href',
      '/qualys/connectors?subscription=main&state=error',
    );
    expect(
      screen.getByRole('link', { name: '1 claim waits for a decision.' }),
    ).toHaveAttribute('href', '/qualys/claims');
  });

  it('brings its own client for the backend', async () => {
    let found: unknown;
    const Probe = () => {
      found = useApi(qualysApiRef);
      return <>done</>;
    };
    renderInTestApp(<Probe />, {
      features: [plugin],
      apis: [[fetchApiRef, mockApis.fetch()]],
    });

    await waitFor(() => expect(found).toBeInstanceOf(QualysClientApi));
  });

  it('can be moved to another path by configuration', () => {
    const tester = createExtensionTester(extension('page:qualys'), {
      config: { path: '/security/qualys' },
    });

    expect(tester.get(coreExtensionData.routePath)).toBe('/security/qualys');
    expect(tester.get(coreExtensionData.title)).toBe('Qualys');
  });
});

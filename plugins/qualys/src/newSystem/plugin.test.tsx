import { screen, waitFor, within } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
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
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import plugin, { qualysApiRef, QualysClientApi } from '..';
import { component, CONNECTOR_ID } from '../__testUtils__/fixtures';
import { WHOLE_API } from '../__testUtils__/wholeApi';

const VIEWABLE = {
  'qualys.com/connector-id': CONNECTOR_ID,
  'backstage.io/view-url': 'https://qualys.example/connectors/1',
};

function extension(id: string): ExtensionDefinition {
  return plugin.getExtension(id as Parameters<typeof plugin.getExtension>[0]);
}

describe('the plugin in the new frontend system', () => {
  it('shows the card on the page of an entity that names a connector', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: component() }),
        extension('entity-card:qualys/connectors'),
      ],
      apis: [[qualysApiRef, WHOLE_API]],
    });

    expect(
      await screen.findByRole('heading', { name: 'Qualys cloud connectors' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
  });

  it.each([
    [
      'qualys.com/s3-integrations',
      'entity-card:qualys/s3-integrations',
      'payments-findings',
    ],
    [
      'qualys.com/security-hub-integrations',
      'entity-card:qualys/security-hub',
      'Commerce',
    ],
  ])(
    'shows the card on the page of an entity with %s',
    async (annotation, card, heading) => {
      const entity = component({ [annotation]: '1001' });
      renderTestApp({
        extensions: [createTestEntityPage({ entity }), extension(card)],
        apis: [[qualysApiRef, WHOLE_API]],
      });

      expect(
        await screen.findByRole('heading', { name: heading }),
      ).toBeInTheDocument();
    },
  );

  it('shows the card on the page of an entity that names a web app', async () => {
    const entity = component({ 'qualys.com/web-apps': '4711' });
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        extension('entity-card:qualys/web-apps'),
      ],
      apis: [[qualysApiRef, WHOLE_API]],
    });

    expect(
      await screen.findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
  });

  it.each([
    ['entity-card:qualys/connectors', {}],
    ['entity-content:qualys', {}],
    ['entity-card:qualys/connectors', { 'qualys.com/s3-integrations': '1001' }],
    ['entity-card:qualys/s3-integrations', undefined],
    ['entity-card:qualys/web-apps', { 'qualys.com/s3-integrations': '1001' }],
    ['entity-card:qualys/security-hub', undefined],
  ])(
    'leaves %s off the page of an entity that names none: %j',
    async (id, annotations) => {
      renderTestApp({
        extensions: [
          createTestEntityPage({ entity: component(annotations) }),
          extension(id),
        ],
        apis: [[qualysApiRef, WHOLE_API]],
      });

      expect(
        await screen.findByTestId('empty-entity-page'),
      ).toBeInTheDocument();
    },
  );

  it('shows the tab on the page of an entity that stands for a connector', async () => {
    const entity = component({ 'qualys.com/connector-id': CONNECTOR_ID });
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: {
            ...entity,
            kind: 'Resource',
            spec: { type: 'cloud-connector', owner: 'payments' },
          },
        }),
        extension('entity-content:qualys'),
      ],
      apis: [
        [qualysApiRef, WHOLE_API],
        [catalogApiRef, catalogApiMock()],
      ],
    });

    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }),
    ).toBeInTheDocument();
  });

  it.each(['Group', 'User', 'System'])(
    'shows on the page of a %s which connectors are its',
    async kind => {
      renderTestApp({
        extensions: [
          createTestEntityPage({ entity: { ...component({}), kind } }),
          extension('entity-card:qualys/owned-connectors'),
        ],
        apis: [[qualysApiRef, WHOLE_API]],
      });

      expect(
        await screen.findByRole('heading', { name: 'Cloud connectors' }),
      ).toBeInTheDocument();
      expect(await screen.findByText('payments-prod')).toBeInTheDocument();
    },
  );

  it('leaves that card off the pages of other entities', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: component() }),
        extension('entity-card:qualys/owned-connectors'),
      ],
      apis: [[qualysApiRef, WHOLE_API]],
    });

    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });

  it.each([
    ['a connector that has a page there', 'resource', VIEWABLE, true],
    [
      'a connector that has none',
      'resource',
      { ...VIEWABLE, 'backstage.io/view-url': '' },
      false,
    ],
    [
      'anything else',
      'component',
      { ...VIEWABLE, 'qualys.com/connector-id': '' },
      false,
    ],
  ])(
    'offers the way to Qualys only where there is one: %s',
    (_, kind, annotations, offered) => {
      const filter = createExtensionTester(
        extension('entity-icon-link:qualys/open-in-qualys'),
      ).get(EntityIconLinkBlueprint.dataRefs.filterFunction) as (
        entity: Entity,
      ) => boolean;

      expect(filter({ ...component(annotations), kind })).toBe(offered);
    },
  );

  it.each([
    ['component', true],
    ['resource', false],
    ['group', false],
  ])('offers to ask for a connector on a %s: %s', (kind, offered) => {
    const filter = createExtensionTester(
      extension('entity-icon-link:qualys/ask-for-connector'),
    ).get(EntityIconLinkBlueprint.dataRefs.filterFunction) as (
      entity: Entity,
    ) => boolean;

    expect(filter({ ...component({}), kind })).toBe(offered);
  });

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

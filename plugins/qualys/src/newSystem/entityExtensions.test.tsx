import { act, screen, waitFor } from '@testing-library/react';
import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  EntityCardBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  permissionApiRef,
  type PermissionApi,
} from '@backstage/plugin-permission-react';
import plugin, { qualysApiRef } from '..';
import { press } from '../__testUtils__/dialogs';
import { component, CONNECTOR_ID, summary } from '../__testUtils__/fixtures';
import { WHOLE_API } from '../__testUtils__/wholeApi';

const allowing: PermissionApi = {
  authorize: async () => ({ result: AuthorizeResult.ALLOW }),
};

const VIEWABLE = {
  'qualys.com/connector-id': CONNECTOR_ID,
  'backstage.io/view-url': 'https://qualys.example/connectors/1',
};

function extension(id: string): ExtensionDefinition {
  return plugin.getExtension(id as Parameters<typeof plugin.getExtension>[0]);
}

describe('the page of an entity in the new frontend system', () => {
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

  describe('with the tab switched on and off', () => {
    const render = (tab: boolean) =>
      renderTestApp({
        features: [plugin],
        extensions: [createTestEntityPage({ entity: component() })],
        config: {
          app: {
            baseUrl: 'http://localhost:3000',
            extensions: [{ 'entity-content:qualys': tab }],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        },
        apis: [
          [qualysApiRef, WHOLE_API],
          [permissionApiRef, allowing],
        ],
      });

    it('leads from the card to the tab', async () => {
      render(true);
      expect(
        await screen.findByRole('link', { name: 'All details' }),
      ).toHaveAttribute('href', '/qualys');
    });

    it('changes connectors on the card where there is no tab', async () => {
      render(false);
      await press('Edit payments-prod');
      expect(await screen.findByLabelText(/^Name/)).toHaveValue(
        'payments-prod',
      );
      expect(screen.queryByText('All details')).not.toBeInTheDocument();
    });
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
    ['entity-card:qualys/connectors', 'payments-prod'],
    ['entity-card:qualys/web-apps', 'Checkout'],
  ])(
    'shows %s where the portal made one for an entity that names none',
    async (card, text) => {
      renderTestApp({
        extensions: [
          createTestEntityPage({ entity: component({}) }),
          extension(card),
        ],
        apis: [
          [qualysApiRef, WHOLE_API],
          [permissionApiRef, allowing],
        ],
      });

      expect(await screen.findByText(text)).toBeInTheDocument();
    },
  );

  it('shows neither where it made none, and leaves no hole between the cards', async () => {
    const getEntitySummary = jest.fn(async () => summary({ connectors: [] }));
    const card = (name: string) =>
      EntityCardBlueprint.make({
        name,
        params: { loader: async () => <article>{name}</article> },
      });
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: component({}) }),
        card('before'),
        extension('entity-card:qualys/connectors'),
        extension('entity-card:qualys/web-apps'),
        card('after'),
      ],
      apis: [
        [qualysApiRef, { ...WHOLE_API, getEntitySummary }],
        [permissionApiRef, allowing],
      ],
    });

    const before = await screen.findByText('before');
    const after = await screen.findByText('after');
    await waitFor(() => expect(getEntitySummary).toHaveBeenCalledTimes(1));
    await act(() => getEntitySummary.mock.results[0].value);
    expect(before.nextElementSibling).toBe(after);
  });

  it.each([
    ['entity-content:qualys', {}],
    ['entity-card:qualys/s3-integrations', undefined],
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

  it.each(['entity-card:qualys/connectors', 'entity-card:qualys/web-apps'])(
    'leaves %s off the page of a group',
    async card => {
      const entity = { ...component({}), kind: 'Group' };
      renderTestApp({
        extensions: [createTestEntityPage({ entity }), extension(card)],
        apis: [[qualysApiRef, WHOLE_API]],
      });

      expect(
        await screen.findByTestId('empty-entity-page'),
      ).toBeInTheDocument();
    },
  );

  it('leaves the card of an owner off the pages of other entities', async () => {
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
});

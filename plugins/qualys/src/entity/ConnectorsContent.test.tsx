import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Entity } from '@backstage/catalog-model';
import type {
  ConnectorErrorList,
  EntitySummary,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../api';
import {
  accepted,
  boundEntities,
  component,
  connector,
  connectorHistory,
  connectorInError,
  CONNECTOR_ID,
  minutesAgo,
  summary,
} from '../__testUtils__/fixtures';
import { renderOnEntity } from '../__testUtils__/render';
import { ConnectorsContent } from './ConnectorsContent';

const NO_ERRORS: ConnectorErrorList = {
  items: [],
  truncated: false,
  asOf: minutesAgo(1),
};

const TWO = summary({
  connectors: [accepted(connector()), accepted(connectorInError())],
});

function renderTab(options: {
  answer?: EntitySummary;
  errors?: () => Promise<ConnectorErrorList>;
  at?: string;
  entities?: Entity[];
}) {
  const getEntityConnectorErrors = jest.fn(
    options.errors ?? (async () => NO_ERRORS),
  );
  renderOnEntity(<ConnectorsContent />, component(), {
    at: options.at ?? '/tab',
    api: {
      getEntitySummary: async () => options.answer ?? summary(),
      getEntityConnectorErrors,
      getEntityConnectorHistory: async () => connectorHistory(),
      getBoundEntities: async () =>
        boundEntities('component:default/checkout', 'component:default/ledger'),
    },
    entities: options.entities,
  });
  return { getEntityConnectorErrors };
}

function part(title: string): HTMLElement {
  return screen
    .getByRole('heading', { name: title, level: 3 })
    .closest('section')!;
}

function valueOf(name: string): HTMLElement {
  return screen.getByText(name, { selector: 'dt' })
    .nextElementSibling as HTMLElement;
}

describe('ConnectorsContent', () => {
  it('shows everything about the only connector at once', async () => {
    renderTab({
      answer: summary({
        connectors: [
          accepted(
            connector({
              arn: 'arn:aws:iam::012345678901:role/qualys',
              externalId: 'US2-1234-1700000000000',
              pollingFrequency: { hours: 4, minutes: 0 },
              remediationEnabled: false,
              groups: [{ id: 'g1', name: 'Payments' }],
              owner: 'group:default/payments',
              ownerRule: 'account 012345678901',
              system: 'system:default/shop',
              labels: { tier: 'gold', 'example.com/cost': '4711' },
            }),
          ),
        ],
      }),
    });

    expect(
      await screen.findByRole('heading', { name: 'payments-prod', level: 2 }),
    ).toBeInTheDocument();
    expect(valueOf('AWS account')).toHaveTextContent('012345678901');
    expect(valueOf('Role ARN')).toHaveTextContent(
      'arn:aws:iam::012345678901:role/qualys',
    );
    expect(valueOf('External ID')).toHaveTextContent('US2-1234-1700000000000');
    expect(valueOf('Polling')).toHaveTextContent('Every 4 hours');
    expect(valueOf('Remediation')).toHaveTextContent('Off');
    expect(valueOf('Groups')).toHaveTextContent('Payments');
    expect(valueOf('Owner')).toHaveTextContent(
      'payments (by the rule “account 012345678901”)',
    );
    expect(within(valueOf('System')).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/system/shop',
    );
    const alsoOf = valueOf('Also belongs to');
    expect(
      await within(alsoOf).findByRole('link', { name: 'ledger' }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger');
    expect(within(alsoOf).getAllByRole('link')).toHaveLength(1);
    expect(valueOf('Labels')).toHaveTextContent(
      'tier: goldexample.com/cost: 4711',
    );
    expect(within(valueOf('Catalog entity')).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/aws-012345678901-1f2e3d4c',
    );
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('shows what each feed says', async () => {
    renderTab({
      answer: summary({
        connectors: [
          accepted(
            connector({
              assetManagement: {
                id: '1200001',
                updatable: true,
                seenAt: minutesAgo(5),
                defaultTags: [{ id: '7', name: 'payments' }, { id: '8' }],
                activation: ['VM', 'PC'],
                appInfos: [
                  { name: 'AI', tagId: '7' },
                  { name: 'AI', tagId: '8' },
                  { name: 'CI' },
                  { name: 'NEW' },
                ],
                perimeterScan: {
                  enabled: true,
                  customConfiguration: true,
                  configurations: [
                    {
                      recurrence: 'WEEKLY',
                      daysOfWeek: ['MON', 'SUN', 'NEW'],
                      startTime: '15:45',
                      timezone: 'Europe/Berlin',
                      startDate: '31/05/2025',
                      optionProfileId: '4711',
                      scanPrefix: 'edge',
                    },
                  ],
                },
                allRegions: false,
                regions: ['eu-west-1'],
              },
              cloudView: { seenAt: minutesAgo(180) },
              totalAssets: 1234,
              portalConnector: true,
              disagreement: { reason: 'account', with: 'am-77' },
            }),
          ),
        ],
      }),
    });
    await screen.findByRole('heading', { name: 'payments-prod' });
    expect(valueOf('ID in Asset Management')).toHaveTextContent('1200001');
    expect(valueOf('Changes through Asset Management')).toHaveTextContent(
      'Possible',
    );
    expect(valueOf('Tags of its assets')).toHaveTextContent('payments, 8');
    expect(valueOf('Modules')).toHaveTextContent('VM, PC');
    expect(valueOf('Used for')).toHaveTextContent(
      'Asset Inventory, Cloud Inventory, NEW',
    );
    expect(valueOf('Regions')).toHaveTextContent('eu-west-1');
    expect(valueOf('Perimeter scan')).toHaveTextContent(
      'On, with settings of its ownweekly · Mon, Sun, NEW · 15:45 Europe/Berlin · since 31/05/2025 · option profile 4711 · named “edge…”',
    );
    expect(part('From Asset Management')).toHaveTextContent(
      'Last seen5 minutes ago',
    );
    expect(part('From CloudView')).toHaveTextContent('Last seen3 hours ago');
    expect(valueOf('Assets')).toHaveTextContent('1,234');
    expect(valueOf('Made in the Connector application')).toHaveTextContent(
      'Yes',
    );
    expect(valueOf('Not joined')).toHaveTextContent('am-77');
  });

  it('says why a connector cannot be changed through Asset Management', async () => {
    renderTab({});
    await screen.findByRole('heading', { name: 'payments-prod' });
    expect(valueOf('Changes through Asset Management')).toHaveTextContent(
      'Asset Management does not know this connector',
    );
    expect(screen.queryByText('Tags of its assets')).not.toBeInTheDocument();
  });

  it('says nothing of CloudView about a connector that it does not know', async () => {
    renderTab({
      answer: summary({
        connectors: [
          accepted(connector({ cloudView: undefined, totalAssets: undefined })),
        ],
      }),
    });
    await screen.findByRole('heading', { name: 'payments-prod' });
    expect(part('From CloudView')).toHaveTextContent(
      /^From CloudViewCloudView does not know this connector\.$/,
    );
  });

  describe('the way to Qualys', () => {
    const OWN_ENTITY = {
      ...component({
        'qualys.com/connector-id': CONNECTOR_ID,
        'backstage.io/view-url': 'https://qualys.example/connectors/1',
      }),
      kind: 'Resource',
    };
    const named = (entity: Entity, annotations = {}): Entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        name: 'aws-012345678901-1f2e3d4c',
        annotations: { ...entity.metadata.annotations, ...annotations },
      },
    });

    it('is what the connector’s own entity says', async () => {
      renderTab({ entities: [named(OWN_ENTITY)] });

      expect(
        await screen.findByRole('link', { name: /^Open in Qualys/ }),
      ).toHaveAttribute('href', 'https://qualys.example/connectors/1');
    });

    it('is there on the page of that entity too, which need not be asked for', async () => {
      renderOnEntity(<ConnectorsContent />, named(OWN_ENTITY), {
        api: {
          getEntitySummary: async () =>
            summary({ entityRef: connector().entityRef }),
          getEntityConnectorErrors: async () => NO_ERRORS,
          getEntityConnectorHistory: async () => connectorHistory(),
          getBoundEntities: async () =>
            boundEntities('component:default/checkout'),
        },
      });

      expect(
        await screen.findByRole('link', { name: /^Open in Qualys/ }),
      ).toHaveAttribute('href', 'https://qualys.example/connectors/1');
      expect(screen.queryByText('Catalog entity')).not.toBeInTheDocument();
      expect(
        await within(valueOf('Belongs to')).findByRole('link'),
      ).toHaveAttribute('href', '/catalog/default/component/checkout');
    });

    it.each([
      ['the entity names none', [named(component())]],
      [
        'it is no page of the web',
        [
          named(OWN_ENTITY, {
            'backstage.io/view-url': 'data:text/html,<script>alert(1)</script>',
          }),
        ],
      ],
      ['the entity cannot be seen', []],
    ])('is not offered where %s', async (_, entities) => {
      renderTab({ entities });

      expect(
        await screen.findByText(/^State changed from/),
      ).toBeInTheDocument();
      expect(screen.queryByText('Open in Qualys')).not.toBeInTheDocument();
    });
  });

  it('names what an Azure connector has', async () => {
    renderTab({
      answer: summary({
        connectors: [
          accepted(
            connector({
              provider: 'AZURE',
              subscriptionName: 'Shop',
              directoryId: 'directory-1',
              applicationId: 'application-1',
            } as Parameters<typeof connector>[0]),
          ),
        ],
      }),
    });

    await screen.findByRole('heading', { name: 'payments-prod' });
    expect(valueOf('Name of the Azure subscription')).toHaveTextContent('Shop');
    expect(valueOf('Directory ID')).toHaveTextContent('directory-1');
    expect(screen.queryByText('Role ARN')).not.toBeInTheDocument();
  });

  it('copies the external ID', async () => {
    const user = userEvent.setup();
    renderTab({
      answer: summary({
        connectors: [accepted(connector({ externalId: 'US2-1234-17' }))],
      }),
    });
    const copied = jest.fn();
    document.execCommand = jest.fn(() => {
      copied(document.getSelection()?.toString());
      return true;
    });

    await user.click(
      await screen.findByRole('button', { name: 'Copy External ID' }),
    );

    expect(copied).toHaveBeenCalledWith('US2-1234-17');
  });

  it('says that there are no errors, and as of when', async () => {
    const { getEntityConnectorErrors } = renderTab({});

    expect(
      await screen.findByText('Qualys reports no errors for this connector.'),
    ).toBeInTheDocument();
    expect(screen.getByText('1 minute ago')).toBeInTheDocument();
    expect(getEntityConnectorErrors).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'checkout' },
      { subscription: 'main', id: CONNECTOR_ID },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('lists the errors, says that there are more, and why they are old', async () => {
    renderTab({
      errors: async () => ({
        items: [
          { error: 'Access denied', region: 'eu-west-1' },
          { error: 'Throttled', occurredOn: minutesAgo(60) },
        ],
        truncated: true,
        asOf: minutesAgo(120),
        staleBecause: 'Qualys does not answer.',
      }),
    });

    const table = await screen.findByRole('table', { name: 'Errors' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('not knowneu-west-1Access denied');
    expect(second).toHaveTextContent('1 hour agonot toldThrottled');
    expect(
      screen.getByText('Qualys holds more errors than are listed here.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Qualys does not answer.')).toBeInTheDocument();
    expect(
      screen.getByText('2 hours ago', { selector: '[role=status] *' }),
    ).toBeInTheDocument();
  });

  it('keeps the details when only the errors cannot be read', async () => {
    const errors = jest
      .fn(async () => NO_ERRORS)
      .mockRejectedValueOnce(
        new QualysApiError('No answer.', { code: 'unavailable', status: 503 }),
      );
    renderTab({ errors });

    expect(
      await screen.findByText('Qualys cannot be reached'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'payments-prod' }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Qualys reports no errors for this connector.'),
    ).toBeInTheDocument();
  });

  it('lets one choose among several, in the address of the page', async () => {
    const { getEntityConnectorErrors } = renderTab({ answer: TWO });
    const list = await screen.findByRole('navigation', {
      name: 'Cloud connectors',
    });
    expect(
      screen.getByRole('heading', { name: 'payments-prod' }),
    ).toBeInTheDocument();

    await userEvent.click(
      within(list).getByRole('link', { name: /payments-stage/ }),
    );

    expect(
      await screen.findByRole('heading', { name: 'payments-stage' }),
    ).toBeInTheDocument();
    expect(screen.getByTestId('address')).toHaveTextContent(
      '/tab?connector=main%2Fin-error',
    );
    expect(
      within(list).getByRole('link', { name: /payments-stage/ }),
    ).toHaveAttribute('aria-current', 'true');
    expect(getEntityConnectorErrors).toHaveBeenLastCalledWith(
      expect.anything(),
      { subscription: 'main', id: 'in-error' },
      expect.anything(),
    );
  });

  it('opens the connector that a link names', async () => {
    renderTab({ answer: TWO, at: '/tab?connector=main/in-error' });

    expect(
      await screen.findByRole('heading', { name: 'payments-stage' }),
    ).toBeInTheDocument();
  });

  it('says so when a link names a connector of somebody else', async () => {
    const { getEntityConnectorErrors } = renderTab({
      answer: TWO,
      at: '/tab?connector=main/other',
    });

    expect(
      await screen.findByText('This connector is not here'),
    ).toBeInTheDocument();
    expect(getEntityConnectorErrors).not.toHaveBeenCalled();
  });

  it('asks nothing about a claim that is not accepted', async () => {
    const { getEntityConnectorErrors } = renderTab({
      answer: summary({
        connectors: [{ subscription: 'main', objectId: 'x', state: 'open' }],
      }),
    });

    expect(
      await screen.findByText('Waiting for a decision'),
    ).toBeInTheDocument();
    expect(getEntityConnectorErrors).not.toHaveBeenCalled();
  });
});

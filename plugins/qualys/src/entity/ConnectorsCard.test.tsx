import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EntitySummary } from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../api';
import { editableConnector } from '../__testUtils__/connectorFixtures';
import { press } from '../__testUtils__/dialogs';
import {
  accepted,
  component,
  connector,
  connectorInError,
  CONNECTOR_ID,
  minutesAgo,
  mirrorAge,
  summary,
} from '../__testUtils__/fixtures';
import { renderOnEntity } from '../__testUtils__/render';
import { ConnectorsCard } from './ConnectorsCard';

const TAB = '/catalog/default/component/checkout/qualys';

function renderCard(answer: EntitySummary) {
  const getEntitySummary = jest.fn(async () => answer);
  renderOnEntity(<ConnectorsCard tabHref={TAB} />, component(), {
    api: { getEntitySummary },
  });
  return { getEntitySummary };
}

function renderFailing(error: Error) {
  const getEntitySummary = jest
    .fn(async () => summary())
    .mockRejectedValueOnce(error);
  renderOnEntity(<ConnectorsCard tabHref={TAB} />, component(), {
    api: { getEntitySummary },
  });
  return { getEntitySummary };
}

describe('ConnectorsCard', () => {
  describe('leads to asking for a connector', () => {
    const renderAsking = (denied: string[] = []) =>
      renderOnEntity(
        <ConnectorsCard tabHref={TAB} requestsHref="/qualys/requests" />,
        component(),
        {
          denied,
          api: { getEntitySummary: async () => summary({ connectors: [] }) },
        },
      );

    it('for the entity of the page, also where it has none', async () => {
      renderAsking();
      expect(
        await screen.findByText('No connector is named'),
      ).toBeInTheDocument();
      expect(
        await screen.findByRole('link', { name: 'Ask for a connector' }),
      ).toHaveAttribute(
        'href',
        '/qualys/requests/new?entity=component%3Adefault%2Fcheckout',
      );
    });

    it('but not whoever may not ask', async () => {
      renderAsking(['qualys.request.create']);
      expect(
        await screen.findByText('No connector is named'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'All details' }),
      ).toBeInTheDocument();
      expect(
        screen.queryByRole('link', { name: 'Ask for a connector' }),
      ).not.toBeInTheDocument();
    });
  });

  it('shows account, state and last sync of each connector, with totals', async () => {
    const { getEntitySummary } = renderCard(
      summary({
        connectors: [accepted(connector()), accepted(connectorInError())],
      }),
    );

    const [first, second] = await screen.findAllByRole('listitem');
    expect(within(first).getByText('AWS')).toBeInTheDocument();
    expect(
      within(first).getByText('012345678901 (payments)'),
    ).toBeInTheDocument();
    expect(within(first).getByText('Success')).toBeInTheDocument();
    expect(within(first).getByText('1 hour ago')).toBeInTheDocument();
    expect(within(second).getByText('Error')).toBeInTheDocument();
    expect(
      within(second).getByText('Qualys reports: Access denied to role'),
    ).toBeInTheDocument();

    expect(screen.getByText('2 connectors')).toBeInTheDocument();
    expect(screen.getByText('1 in error')).toBeInTheDocument();
    expect(screen.getByText('50 assets')).toBeInTheDocument();
    expect(screen.getByText('5 minutes ago')).toBeInTheDocument();
    expect(getEntitySummary).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'checkout' },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('links to the connector’s details, its catalog entity and the tab', async () => {
    renderCard(summary());

    expect(
      await screen.findByRole('link', { name: 'payments-prod' }),
    ).toHaveAttribute('href', `${TAB}?connector=main%2F${CONNECTOR_ID}`);
    expect(
      screen.getByRole('link', { name: 'payments-prod in the catalog' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/aws-012345678901-1f2e3d4c',
    );
    expect(screen.getByRole('link', { name: 'All details' })).toHaveAttribute(
      'href',
      TAB,
    );
    expect(
      screen.queryByRole('group', { name: /payments-prod/ }),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['the portal has none', undefined, component()],
    ['the entity names no connector', TAB, component({})],
  ])(
    'links to the catalog in place of a tab where %s, and changes the connector itself',
    async (_, tabHref, entity) => {
      const getEntitySummary = jest.fn(async () => summary());
      const actOnConnector = jest.fn(async () => editableConnector());
      const { toast } = renderOnEntity(
        <ConnectorsCard tabHref={tabHref} />,
        entity,
        {
          api: {
            getEntitySummary,
            getConnectorSettings: async () => editableConnector(),
            actOnConnector,
          },
        },
      );

      expect(
        await screen.findByRole('link', { name: 'payments-prod' }),
      ).toHaveAttribute(
        'href',
        '/catalog/default/resource/aws-012345678901-1f2e3d4c',
      );
      expect(screen.queryByText('All details')).not.toBeInTheDocument();

      await press('Run now: payments-prod');
      await press('Run now');
      await waitFor(() => expect(toast).toHaveBeenCalled());
      expect(actOnConnector).toHaveBeenCalledTimes(1);
      await waitFor(() => expect(getEntitySummary).toHaveBeenCalledTimes(2));
    },
  );

  it('gives the exact time to whoever points at it, and lets the keyboard reach it', async () => {
    renderCard(summary({ mirror: [mirrorAge({ asOf: minutesAgo(5) })] }));
    const time = await screen.findByText('5 minutes ago');

    await userEvent.tab();
    expect(time).toHaveFocus();

    await userEvent.hover(time);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      /\d{4}.*\d{1,2}:\d{2}:\d{2}/,
    );
  });

  it('holds the place while it loads', async () => {
    renderOnEntity(<ConnectorsCard />, component(), {
      api: { getEntitySummary: () => new Promise(() => {}) },
    });

    expect(
      await screen.findByRole('status', {
        name: 'Loading what Qualys knows of this entity',
      }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it.each([
    ['open', 'Waiting for a decision'],
    ['rejected', 'Rejected'],
    ['withdrawn', 'Withdrawn'],
  ] as const)(
    'says what an %s claim means and who decides',
    async (state, title) => {
      renderCard(
        summary({
          connectors: [{ subscription: 'main', objectId: 'abc', state }],
        }),
      );

      expect(await screen.findByText(title)).toBeInTheDocument();
      expect(screen.getByText('abc')).toBeInTheDocument();
      expect(screen.getByText(/platform team/)).toBeInTheDocument();
    },
  );

  it('says that an accepted connector is gone or out of scope', async () => {
    renderCard(
      summary({
        connectors: [
          { subscription: 'main', objectId: 'abc', state: 'accepted' },
        ],
      }),
    );

    expect(await screen.findByText('Not found in Qualys')).toBeInTheDocument();
    expect(
      screen.getByText(/deleted in Qualys, or .* may no longer see it/),
    ).toBeInTheDocument();
  });

  it('does not call a connector gone before its subscription was read', async () => {
    renderCard(
      summary({
        connectors: [
          { subscription: 'main', objectId: 'abc', state: 'accepted' },
        ],
        mirror: [mirrorAge({ asOf: undefined })],
      }),
    );

    expect(
      await screen.findByText('Example Corp has not been read yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/has not been read completely yet/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/deleted in Qualys/)).not.toBeInTheDocument();
  });

  it('shows the last known state with its age when Qualys is unreachable', async () => {
    renderCard(
      summary({
        mirror: [
          mirrorAge({
            asOf: minutesAgo(180),
            stale: true,
            problem: {
              code: 'unavailable',
              message: 'qualysapi.example.com does not answer.',
            },
          }),
        ],
      }),
    );

    expect(
      await screen.findByText('Example Corp is out of date'),
    ).toBeInTheDocument();
    expect(screen.getByText('3 hours ago')).toBeInTheDocument();
    expect(
      screen.getByText(
        'Qualys cannot be reached: qualysapi.example.com does not answer.',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('payments-prod')).toBeInTheDocument();
  });

  it('says until when Qualys limits the portal', async () => {
    renderCard(
      summary({
        mirror: [
          mirrorAge({
            problem: {
              code: 'limited',
              message: 'The hourly limit is used up.',
              retryAfter: 600,
            },
          }),
        ],
      }),
    );

    expect(
      await screen.findByText(
        /^Limited until \d\d:\d\d: The hourly limit is used up\.$/,
      ),
    ).toBeInTheDocument();
  });

  it('shows the parts of the annotation that cannot be used', async () => {
    renderCard(
      summary({
        connectors: [],
        problems: [
          {
            annotation: 'qualys.com/connectors',
            value: 'foo bar',
            message: 'is not an id',
          },
        ],
      }),
    );

    expect(
      await screen.findByText(
        'Part of the annotation qualys.com/connectors cannot be used',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText('“foo bar”: is not an id')).toBeInTheDocument();
  });

  it('is never empty, not even when the annotation names nothing', async () => {
    renderCard(summary({ connectors: [] }));

    expect(
      await screen.findByText('No connector is named'),
    ).toBeInTheDocument();
  });

  it('names the permission to whoever may not see it', async () => {
    renderFailing(
      new QualysApiError('Unauthorized', { code: 'permission', status: 403 }),
    );

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(screen.getByText(/qualys\.entity\.read/)).toBeInTheDocument();
    expect(screen.queryByText('Try again')).not.toBeInTheDocument();
  });

  it('says until when requests are limited, and tries again on demand', async () => {
    const { getEntitySummary } = renderFailing(
      new QualysApiError('Too many requests.', {
        code: 'limited',
        status: 429,
        retryAfter: 60,
      }),
    );
    expect(
      await screen.findByText(/^Limited until \d\d:\d\d$/),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByText('payments-prod')).toBeInTheDocument();
    expect(getEntitySummary).toHaveBeenCalledTimes(2);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it.each([
    [
      'the portal cannot be reached',
      new QualysApiError('Offline.', { code: 'unavailable' }),
      'The portal cannot be reached',
    ],
    [
      'the sign-in has ended',
      new QualysApiError('No.', { code: 'permission', status: 401 }),
      'Your sign-in has ended',
    ],
    [
      'the entity is not there',
      new QualysApiError('No such entity.', { code: 'notFound', status: 404 }),
      'Not found, or out of scope',
    ],
    [
      'something unforeseen happens',
      new TypeError('boom'),
      'Something went wrong in the portal',
    ],
  ])('says when %s', async (_, error, title) => {
    renderFailing(error);

    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});

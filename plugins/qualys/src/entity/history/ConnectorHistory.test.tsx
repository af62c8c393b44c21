import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectorHistory as History,
  ConnectorHistoryQuery,
} from 'backstage-plugin-qualys-common';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { QualysApiError, type QualysRequestOptions } from '../../api';
import {
  component,
  connector,
  CONNECTOR_ID,
  connectorHistory,
  happening,
  minutesAgo,
} from '../../__testUtils__/fixtures';
import { renderOnEntity } from '../../__testUtils__/render';
import { ConnectorHistory } from './ConnectorHistory';

function renderHistory(
  answer: (
    query: Partial<ConnectorHistoryQuery>,
  ) => History | Promise<History> = () => connectorHistory(),
  of = connector(),
) {
  const getEntityConnectorHistory = jest.fn(
    async (
      _entity: CompoundEntityRef,
      _connector: { subscription: string; id: string },
      query: Partial<ConnectorHistoryQuery>,
      _options?: QualysRequestOptions,
    ) => answer(query),
  );
  renderOnEntity(<ConnectorHistory connector={of} />, component(), {
    api: { getEntityConnectorHistory },
  });
  return { getEntityConnectorHistory };
}

async function items() {
  const list = await screen.findByRole('list', { name: 'History' });
  return within(list).getAllByRole('listitem');
}

describe('ConnectorHistory', () => {
  it('tells what happened, newest first, when, and through which feed it was seen', async () => {
    const { getEntityConnectorHistory } = renderHistory(() =>
      connectorHistory({
        items: [
          happening({ id: '3', at: '2026-03-01T10:05:00.000Z' }),
          happening({
            id: '2',
            state: 'error',
            previousState: 'success',
            error: 'Access denied to role',
            at: minutesAgo(180),
            feeds: ['assetManagement', 'cloudView'],
          }),
          happening({
            id: '1',
            what: 'added',
            state: 'pending',
            previousState: undefined,
            feeds: ['cloudView'],
          }),
          happening({ id: '0', what: 'removed', feeds: [] }),
        ],
      }),
    );

    const [back, failed, added, removed] = await items();
    expect(back).toHaveTextContent('State changed from Pending to Success');
    expect(back).toHaveTextContent('Mar 1, 2026, 10:05');
    expect(back).toHaveTextContent('seen through Asset Management');
    expect(failed).toHaveTextContent('State changed from Success to Error');
    expect(failed).toHaveTextContent('Qualys reports: Access denied to role');
    expect(failed).toHaveTextContent('3 hours ago');
    expect(failed).toHaveTextContent(
      'seen through Asset Management and CloudView',
    );
    expect(added).toHaveTextContent('Appeared, with the state Pending');
    expect(removed).toHaveTextContent('Gone: no sync found it any more');
    expect(removed).not.toHaveTextContent(/seen through|configuration/);
    expect(getEntityConnectorHistory).toHaveBeenCalledWith(
      { kind: 'Component', namespace: 'default', name: 'checkout' },
      expect.objectContaining({ subscription: 'main', id: CONNECTOR_ID }),
      { cursor: undefined },
      { signal: expect.any(AbortSignal) },
    );
  });

  it('names settings as the details name them, each once', async () => {
    renderHistory(() =>
      connectorHistory({
        items: [
          happening({
            id: '2',
            what: 'settingsChanged',
            settings: [
              'account',
              'arn',
              'assetManagement.allRegions',
              'assetManagement.defaultTags',
              'assetManagement.regions',
              'somethingNew',
            ],
          }),
          happening({
            id: '1',
            what: 'settingsChanged',
            settings: ['owner', 'system', 'labels'],
            feeds: [],
          }),
        ],
      }),
    );

    const [first, second] = await items();
    expect(first).toHaveTextContent(
      'Changed: AWS account, Role ARN, Regions, Tags of its assets, and somethingNew',
    );
    expect(second).toHaveTextContent('Changed: Owner, System, and Labels');
    expect(second).toHaveTextContent('by the configuration of this portal');
  });

  it('calls the account what it is in its cloud', async () => {
    renderHistory(
      () =>
        connectorHistory({
          items: [
            happening({ what: 'settingsChanged', settings: ['account'] }),
          ],
        }),
      connector({ provider: 'GCP' } as unknown as Parameters<
        typeof connector
      >[0]),
    );

    const [changed] = await items();
    expect(changed).toHaveTextContent('Changed: GCP project');
  });

  it('says since when the connector is known, and how long changes are kept', async () => {
    renderHistory(() => connectorHistory({ keptDays: 30 }));

    await items();
    expect(screen.getByText(/^First seen/)).toHaveTextContent(
      'First seen 6 days ago',
    );
    expect(screen.getByText(/is kept for 30 days/)).toBeInTheDocument();
  });

  it('shows what is earlier below, page by page, until there is no more', async () => {
    const { getEntityConnectorHistory } = renderHistory(({ cursor }) =>
      cursor
        ? connectorHistory({
            items: [happening({ id: '1', what: 'added' })],
          })
        : connectorHistory({
            items: [happening({ id: '2' })],
            nextCursor: 'page-2',
          }),
    );
    expect(await items()).toHaveLength(1);

    await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));

    expect(await screen.findByText(/^Appeared/)).toBeInTheDocument();
    const [newer, older] = await items();
    expect(newer).toHaveTextContent('State changed');
    expect(older).toHaveTextContent('Appeared');
    expect(getEntityConnectorHistory).toHaveBeenCalledTimes(2);
    expect(getEntityConnectorHistory.mock.calls[1][2]).toEqual({
      cursor: 'page-2',
    });
    expect(
      screen.queryByRole('button', { name: 'Show earlier' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what it has when an earlier page cannot be read, and tries that again', async () => {
    let fails = true;
    renderHistory(({ cursor }) => {
      if (!cursor) return connectorHistory({ nextCursor: 'page-2' });
      if (fails) {
        fails = false;
        throw new QualysApiError('No.', { code: 'unavailable', status: 503 });
      }
      return connectorHistory({
        items: [happening({ id: '0', what: 'added' })],
      });
    });
    await items();
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));

    expect(
      await screen.findByText('Qualys cannot be reached'),
    ).toBeInTheDocument();
    expect(await items()).toHaveLength(1);

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/^Appeared/)).toBeInTheDocument();
    expect(await items()).toHaveLength(2);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says that nothing has changed since the connector was first seen', async () => {
    renderHistory(() => connectorHistory({ items: [] }));

    expect(
      await screen.findByText('Nothing has changed since it was first seen.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^First seen/)).toBeInTheDocument();
  });

  it('claims no more than it knows of a connector that is older than what is kept', async () => {
    renderHistory(
      () => connectorHistory({ items: [] }),
      connector({ firstSeen: minutesAgo(60 * 24 * 400) }),
    );

    expect(
      await screen.findByText('Nothing has changed for 90 days.'),
    ).toBeInTheDocument();
  });

  it('holds the place while it loads', async () => {
    renderHistory(() => new Promise(() => {}));

    expect(
      await screen.findByRole('status', {
        name: 'Reading what happened to this connector',
      }),
    ).toHaveAttribute('aria-busy', 'true');
  });

  it('names the permission to whoever may not see it', async () => {
    renderHistory(() => {
      throw new QualysApiError('No.', { code: 'permission', status: 403 });
    });

    expect(
      await screen.findByText('You are not allowed to see this'),
    ).toBeInTheDocument();
    expect(screen.getByText(/qualys\.entity\.read/)).toBeInTheDocument();
    expect(screen.queryByText('Try again')).not.toBeInTheDocument();
  });
});

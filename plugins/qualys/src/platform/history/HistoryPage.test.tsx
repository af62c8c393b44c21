import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  SettingsHistory,
  SettingsHistoryQuery,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { renderPart } from '../../__testUtils__/render';
import { settingsEntry } from '../../__testUtils__/s3Fixtures';
import { HistoryPage } from './HistoryPage';

const SETTINGS = settingsEntry({
  id: '2',
  entityRef: 'component:default/checkout',
});
const SWITCHED = settingsEntry({
  id: '1',
  type: 'connector',
  objectId: 'c-1',
  entityRef: '',
  action: 'disable',
  changes: [
    { setting: 'disabled', effect: 'weakening', before: false, after: true },
  ],
  reason: 'The account is closed',
});

function renderPage(
  options: {
    pages?: SettingsHistory[];
    getHistoryCsv?: jest.Mock;
    at?: string;
    denied?: string[];
  } = {},
) {
  const pages = options.pages ?? [{ items: [SETTINGS, SWITCHED] }];
  const getHistory = jest.fn(async (query: Partial<SettingsHistoryQuery>) =>
    query.cursor ? pages[Number(query.cursor)] : pages[0],
  );
  const getHistoryCsv =
    options.getHistoryCsv ?? jest.fn(async () => 'at,actor\r\n');
  renderPart(<HistoryPage />, {
    api: { getHistory, getHistoryCsv },
    at: options.at ?? '/qualys/history',
    denied: ['qualys.status.read', ...(options.denied ?? [])],
  });
  return { getHistory, getHistoryCsv };
}

const entries = async () =>
  within(await screen.findByRole('list', { name: 'History of changes' }))
    .getAllByRole('listitem')
    .filter(({ parentElement }) => parentElement?.tagName === 'OL');

describe('HistoryPage', () => {
  it('shows who did what with what, on whose page, and why', async () => {
    renderPage();
    const [settings, switched] = await entries();
    expect(settings).toHaveTextContent('Settings changed');
    expect(
      within(settings).getByRole('link', { name: /checkout/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
    expect(switched).toHaveTextContent('Switched off');
    expect(switched).toHaveTextContent('Connector c-1 of main');
    expect(switched).toHaveTextContent('Reason: The account is closed');
    // Nothing is changed from here.
    expect(
      screen.queryByText('Restore these settings'),
    ).not.toBeInTheDocument();
  });

  it('narrows it, in the address too, and takes names for whole references', async () => {
    const { getHistory } = renderPage();
    await entries();
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'connector');
    await userEvent.type(screen.getByLabelText('Who'), 'Sam');
    await userEvent.type(screen.getByLabelText('On the page of'), 'checkout');
    await waitFor(() =>
      expect(getHistory).toHaveBeenLastCalledWith(
        {
          type: 'connector',
          actor: 'user:default/sam',
          entityRef: 'component:default/checkout',
          cursor: undefined,
        },
        expect.anything(),
      ),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      /type=connector.*actor=Sam.*entityRef=checkout/,
    );
  });

  it('takes days in the time of who reads, the last one as a whole', async () => {
    const { getHistory } = renderPage({
      at: '/qualys/history?from=2026-03-01&until=2026-03-02',
    });
    await entries();
    const [[{ from, to }]] = getHistory.mock.calls;
    expect(Date.parse(from!)).toBe(new Date(2026, 2, 1).getTime());
    expect(Date.parse(to!)).toBe(new Date(2026, 2, 3).getTime());
  });

  it('shows earlier changes', async () => {
    renderPage({
      pages: [{ items: [SETTINGS], nextCursor: '1' }, { items: [SWITCHED] }],
    });
    expect(await entries()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: /earlier/i }));
    await waitFor(async () => expect(await entries()).toHaveLength(2));
  });

  it('says that nothing matches, and takes the filters away', async () => {
    const { getHistory } = renderPage({
      pages: [{ items: [] }],
      at: '/qualys/history?type=webApp',
    });
    expect(await screen.findByText('No change matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(
      await screen.findByText('Nothing has been changed yet'),
    ).toBeInTheDocument();
    expect(getHistory).toHaveBeenLastCalledWith(
      { cursor: undefined },
      expect.anything(),
    );
  });

  describe('as CSV', () => {
    const saved: { name: string; text: Promise<string> }[] = [];
    let blob: Blob | undefined;

    beforeEach(() => {
      saved.length = 0;
      URL.createObjectURL = jest.fn(given => {
        blob = given as Blob;
        return 'blob:history';
      });
      URL.revokeObjectURL = jest.fn();
      jest
        .spyOn(HTMLAnchorElement.prototype, 'click')
        .mockImplementation(function save(this: HTMLAnchorElement) {
          saved.push({ name: this.download, text: blob!.text() });
        });
    });
    afterEach(() => jest.restoreAllMocks());

    it('is downloaded as it is narrowed', async () => {
      const { getHistoryCsv } = renderPage({
        at: '/qualys/history?type=webApp',
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Download CSV' }),
      );
      await waitFor(() => expect(saved).toHaveLength(1));
      expect(getHistoryCsv).toHaveBeenCalledWith({ type: 'webApp' });
      expect(saved[0].name).toBe('qualys-history.csv');
      await expect(saved[0].text).resolves.toBe('at,actor\r\n');
      expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:history');
    });

    it('says why there is none', async () => {
      renderPage({
        getHistoryCsv: jest.fn(async () => {
          throw new QualysApiError('More than 10000 entries match.', {
            code: 'invalid',
            status: 400,
          });
        }),
      });
      await userEvent.click(
        await screen.findByRole('button', { name: 'Download CSV' }),
      );
      expect(
        await screen.findByText('More than 10000 entries match.'),
      ).toBeInTheDocument();
      expect(saved).toEqual([]);
    });
  });

  it('says which permission is missing', async () => {
    const { getHistory } = renderPage({ denied: ['qualys.audit.read'] });
    expect(await screen.findByText('qualys.audit.read')).toBeInTheDocument();
    expect(getHistory).not.toHaveBeenCalled();
  });
});

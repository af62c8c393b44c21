import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import { minutesAgo } from '../../__testUtils__/fixtures';
import { renderWebAppsCard } from '../../__testUtils__/webAppDialog';
import {
  acceptedWebApp,
  runningScan,
  scan,
  scanList,
  webApp,
  WEB_APP_ID,
  WEB_APP_OBJECT,
} from '../../__testUtils__/webAppFixtures';

/** The value beside a name. */
async function valueOf(name: string) {
  const term = await screen.findByText(name, { selector: 'dt' });
  return term.nextElementSibling;
}

const CLAIM = { subscription: 'main', objectId: WEB_APP_ID };

describe('WebAppsCard', () => {
  it('shows a web app with its last scan, and asks Qualys nothing', async () => {
    const { getWebAppScans } = renderWebAppsCard();

    expect(
      await screen.findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /checkout\.example\.com/ }),
    ).toHaveAttribute('href', 'https://checkout.example.com');
    for (const [name, value] of [
      ['Default DNS override', 'origin (14620)'],
      ['Scans are canceled', 'after 6 hours'],
      ['Status', 'Finished'],
      ['Results', 'Successful'],
      ['Authentication', 'Successful'],
      ['Launched', '1 day ago'],
      ['Took', '1 hour, 30 minutes'],
      ['Option profile', 'Initial WAS Options (139359)'],
    ]) {
      expect(await valueOf(name)).toHaveTextContent(value);
    }
    expect(screen.getByRole('status')).toHaveTextContent('Succeeded');
    expect(screen.getByText(/^As of/)).toHaveTextContent('2 minutes ago');
    expect(getWebAppScans).not.toHaveBeenCalled();
  });

  it('has a time line that the keyboard goes along', async () => {
    renderWebAppsCard();
    const line = await screen.findByRole('group', {
      name: 'Scans of Checkout, oldest first: Succeeded: 1, Failed: 1, and Canceled: 1',
    });
    const marks = within(line).getAllByRole('radio');
    expect(marks.map(mark => mark.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/“Weekly”, .*: Canceled$/),
      expect.stringMatching(/“Weekly”, .*: Failed$/),
      expect.stringMatching(/^Vulnerability scan “After the release”.*Succ/),
    ]);
    expect(marks[2]).toBeChecked();

    marks[2].focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(marks[1]).toBeChecked();
    expect(await valueOf('Authentication')).toHaveTextContent('Failed');
    expect(screen.getByText(/^Scan of/)).toHaveTextContent('8 days ago');
  });

  it('keeps to itself the scans that the line has no room for, until asked', async () => {
    renderWebAppsCard({
      scans: scanList({
        items: Array.from({ length: 12 }, (_, day) =>
          scan({
            id: String(200 - day),
            name: `Scan ${day}`,
            launchedDate: minutesAgo(60 * 24 * (day + 1)),
          }),
        ),
        truncated: true,
      }),
    });
    const summary = await screen.findByText('2 earlier scans');
    expect(screen.getAllByRole('radio')).toHaveLength(10);
    await userEvent.click(summary);
    await userEvent.click(screen.getByRole('button', { name: /“Scan 11”/ }));
    expect(screen.getByText(/^Scan of/)).toHaveTextContent('12 days ago');
    expect(screen.getByText(/more scans in Qualys/)).toBeInTheDocument();
  });

  it('says what Qualys tells of a scan long ago, or that there is none', async () => {
    const app = webApp({
      lastScan: { status: 'ERROR', date: minutesAgo(60 * 24 * 120) },
    });
    renderWebAppsCard({ webApp: app, scans: scanList({ items: [] }) });

    expect(
      await screen.findByText('No scan in the last 90 days.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/last one that Qualys tells of/)).toHaveTextContent(
      /Error, 3 months ago|Error, 4 months ago/,
    );
  });

  it('asks for what the portal does not know yet', async () => {
    const getWebApp = jest.fn(async () => webApp());
    const { getWebAppScans } = renderWebAppsCard({
      claims: [{ ...CLAIM, state: 'accepted' }],
      api: { getWebApp },
    });

    expect(
      await screen.findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
    const options = { signal: expect.any(AbortSignal) };
    expect(getWebApp).toHaveBeenCalledWith(WEB_APP_OBJECT, options);
    expect(getWebAppScans).toHaveBeenCalledWith(WEB_APP_OBJECT, options);
    expect(await screen.findAllByRole('radio')).toHaveLength(3);
  });

  it('says why nothing can be shown, and tries again', async () => {
    const getWebApp = jest
      .fn()
      .mockRejectedValueOnce(
        new QualysApiError('Qualys cannot be reached at present', {
          code: 'unavailable',
          status: 503,
        }),
      )
      .mockResolvedValue(webApp());
    renderWebAppsCard({
      claims: [{ ...CLAIM, state: 'accepted' }],
      api: { getWebApp },
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
  });

  it('shows the web app where its scans cannot be read', async () => {
    renderWebAppsCard({
      claims: [{ ...CLAIM, state: 'accepted', webApp: webApp() }],
      api: {
        getWebAppScans: async () => {
          throw new QualysApiError('Qualys does not answer', {
            code: 'unavailable',
            status: 503,
          });
        },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Qualys does not answer',
    );
    expect(
      screen.getByRole('heading', { name: 'Checkout' }),
    ).toBeInTheDocument();
  });

  it('says that Qualys does not know it any more', async () => {
    renderWebAppsCard({
      claims: [{ ...CLAIM, state: 'accepted' }],
      api: {
        getWebApp: async () => {
          throw new QualysApiError('Gone', { code: 'notFound', status: 404 });
        },
      },
    });
    expect(await screen.findByText('Not found in Qualys')).toBeInTheDocument();
  });

  it('says so where an older answer is shown, and why', async () => {
    const staleBecause = 'Qualys cannot be reached at present';
    renderWebAppsCard({
      webApp: webApp({ asOf: minutesAgo(180), staleBecause }),
    });
    expect(await screen.findByText(/^An older answer/)).toHaveTextContent(
      '3 hours ago',
    );
    expect(screen.getByText(staleBecause)).toBeInTheDocument();
  });

  it('shows several, each with its own time line', async () => {
    renderWebAppsCard({
      claims: [
        acceptedWebApp(),
        acceptedWebApp(webApp({ id: '4712', name: 'Refunds' })),
        { ...CLAIM, objectId: '4713', state: 'open' },
      ],
    });
    const second = await screen.findByRole('region', { name: 'Refunds' });
    const marks = within(second).getAllByRole('radio');
    await userEvent.click(marks[0]);
    expect(marks[0]).toBeChecked();
    const first = screen.getByRole('region', { name: 'Checkout' });
    expect(within(first).getAllByRole('radio')[2]).toBeChecked();
    expect(screen.getByText('Waiting for a decision')).toBeInTheDocument();
    const [summary] = screen.getAllByText('All details of the scan');
    expect(summary.closest('details')).not.toHaveAttribute('open');
    expect(
      within(first).getAllByText('Authentication:')[0].parentElement,
    ).toBeVisible();
  });

  it.each([
    ['open', 'Waiting for a decision'],
    ['rejected', 'Rejected'],
    ['withdrawn', 'Withdrawn'],
  ] as const)('says what an %s claim means', async (state, title) => {
    renderWebAppsCard({ claims: [{ ...CLAIM, state }] });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getByText(/the web application/i)).toHaveTextContent(
      WEB_APP_ID,
    );
  });

  it('is never empty', async () => {
    renderWebAppsCard({ claims: [] });
    expect(
      await screen.findByText('No web application is named'),
    ).toBeInTheDocument();
  });

  it('shows everything to who may change nothing, and names the permissions', async () => {
    renderWebAppsCard({
      scans: scanList({ items: [runningScan()] }),
      denied: ['qualys.webApp.update', 'qualys.scan.run'],
    });
    for (const [name, permission] of [
      ['Edit Checkout', 'qualys.webApp.update'],
      ['Launch scan of Checkout', 'qualys.scan.run'],
      ['Cancel scan “Nightly”', 'qualys.scan.run'],
    ]) {
      await waitFor(() =>
        expect(screen.getByRole('button', { name })).toHaveAttribute(
          'aria-disabled',
          'true',
        ),
      );
      const button = screen.getByRole('button', { name });
      await userEvent.hover(button);
      expect(await screen.findByRole('tooltip')).toHaveTextContent(permission);
      await userEvent.click(button);
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
      await userEvent.unhover(button);
      await waitFor(() =>
        expect(screen.queryByRole('tooltip')).not.toBeInTheDocument(),
      );
    }
    expect(await valueOf('Default DNS override')).toHaveTextContent('origin');
  });

  it('lets a scan be canceled only by who may weaken', async () => {
    renderWebAppsCard({
      scans: scanList({ items: [runningScan()] }),
      denied: ['qualys.settings.weaken'],
    });
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /^Cancel scan/ }),
      ).toHaveAttribute('aria-disabled', 'true'),
    );
    expect(screen.getByRole('button', { name: /^Launch/ })).toBeEnabled();
  });
});

describe('scans that are on their way', () => {
  let visibility: jest.SpyInstance;
  beforeEach(() => {
    visibility = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('visible');
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => {
    visibility.mockRestore();
    jest.useRealTimers();
  });

  const pass = (seconds: number) =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(seconds * 1000);
    });
  const isNow = (status: string) =>
    waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(status));

  it('move by themselves while somebody can see the page, and only then', async () => {
    let status = 'SUBMITTED';
    const list = () =>
      scanList({
        items: [
          status === 'FINISHED' ? scan({ id: '84' }) : runningScan({ status }),
        ],
      });
    const getWebAppScans = jest.fn(async () => list());
    renderWebAppsCard({ scans: list(), api: { getWebAppScans } });
    await screen.findByRole('heading', { name: 'Checkout' });
    const steps = screen.getByRole('list', { name: 'How far the scan is' });
    expect(within(steps).getByText('Submitted')).toHaveAttribute(
      'aria-current',
      'step',
    );

    for (const next of ['RUNNING', 'PROCESSING']) {
      status = next;
      await pass(5);
      await isNow(next[0] + next.slice(1).toLowerCase());
    }
    const before = getWebAppScans.mock.calls.length;
    visibility.mockReturnValue('hidden');
    await pass(60);
    expect(getWebAppScans).toHaveBeenCalledTimes(before);

    visibility.mockReturnValue('visible');
    status = 'FINISHED';
    await pass(5);
    await isNow('Succeeded');
    expect(
      screen.queryByRole('list', { name: 'How far the scan is' }),
    ).not.toBeInTheDocument();
    const after = getWebAppScans.mock.calls.length;
    await pass(120);
    expect(getWebAppScans).toHaveBeenCalledTimes(after);
  });

  it('keep what is known while the portal cannot be reached', async () => {
    const scans = scanList({ items: [runningScan()] });
    let fail: (error: QualysApiError) => void = () => {};
    const getWebAppScans = jest
      .fn()
      .mockRejectedValueOnce(
        new QualysApiError('The portal cannot be reached', {
          code: 'unavailable',
        }),
      )
      .mockImplementationOnce(
        () =>
          new Promise((_, reject) => {
            fail = reject;
          }),
      )
      .mockResolvedValue(scanList());
    renderWebAppsCard({ scans, api: { getWebAppScans } });
    await screen.findByRole('heading', { name: 'Checkout' });
    await pass(5);
    const alert = await screen.findByRole('alert');
    expect(screen.getByRole('radio')).toBeChecked();

    // Whoever cannot answer is not asked again every few seconds.
    await pass(50);
    expect(getWebAppScans).toHaveBeenCalledTimes(1);
    await pass(10);
    expect(getWebAppScans).toHaveBeenCalledTimes(2);
    // The same notice stands through it all, so that it is read out once.
    expect(alert).toBeInTheDocument();
    fail(
      new QualysApiError('Qualys is busy', {
        code: 'limited',
        status: 429,
        retryAfter: 300,
      }),
    );
    await waitFor(() => expect(alert).toHaveTextContent('Qualys is busy'));
    await pass(290);
    expect(getWebAppScans).toHaveBeenCalledTimes(2);
    await pass(10);
    await waitFor(() => expect(screen.getAllByRole('radio')).toHaveLength(3));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('are not asked for again by themselves where they are refused', async () => {
    const getWebAppScans = jest.fn(async () => {
      throw new QualysApiError('Scans are not for you', {
        code: 'permission',
        status: 403,
      });
    });
    renderWebAppsCard({
      scans: scanList({ items: [runningScan()] }),
      api: { getWebAppScans },
    });
    await screen.findByRole('heading', { name: 'Checkout' });
    await pass(5);
    await screen.findByText('Scans are not for you');
    await pass(600);
    expect(getWebAppScans).toHaveBeenCalledTimes(1);
  });

  it('are read once more where the portal was renewing what it knew', async () => {
    const getWebAppScans = jest.fn(async () => scanList());
    renderWebAppsCard({
      scans: scanList({ asOf: minutesAgo(20) }),
      api: { getWebAppScans },
    });
    await screen.findByRole('heading', { name: 'Checkout' });
    await pass(30);
    expect(getWebAppScans).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/^As of/)).toHaveTextContent('2 minutes ago');
  });
});

import { act, screen, within } from '@testing-library/react';
import { QualysApiError } from '../../api';
import { status } from '../../__testUtils__/fixtures';
import { renderSyncs, RUNNING } from '../../__testUtils__/syncsPage';

describe('SyncsPage', () => {
  afterEach(() => jest.useRealTimers());

  it('shows each subscription with its age, counts and runs', async () => {
    renderSyncs();

    const section = await screen.findByRole('region', { name: 'Example Corp' });
    expect(section).toHaveTextContent('Platform US2, synced every 30 minutes');
    expect(section).toHaveTextContent('As of 5 minutes ago');
    expect(section).toHaveTextContent('240 connectors');
    const states = within(section).getByRole('list', {
      name: 'Connectors by state',
    });
    expect(states).toHaveTextContent('Success: 228Error: 12');
    const clouds = within(section).getByRole('list', {
      name: 'Connectors by cloud',
    });
    expect(clouds).toHaveTextContent('AWS: 200Azure: 40');

    const runs = within(section).getByRole('table', {
      name: 'Recent syncs of Example Corp',
    });
    const [, row] = within(runs).getAllByRole('row');
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      '1 min, 5 sec',
      'Schedule',
      'Complete',
      '240',
      '3',
      '2',
      '1',
      '0',
      '0',
    ]);
  });

  it('looks again while a sync is running, and only then', async () => {
    jest.useFakeTimers();
    const getStatus = jest
      .fn(async () => status())
      .mockResolvedValueOnce(RUNNING);
    renderSyncs({ getStatus });
    expect(await screen.findByText('Sync is running')).toBeInTheDocument();

    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(await screen.findByText('Sync now')).toBeInTheDocument();
    expect(getStatus).toHaveBeenCalledTimes(2);

    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(getStatus).toHaveBeenCalledTimes(2);
  });

  it('does not look while nobody can see the page', async () => {
    jest.useFakeTimers();
    const visible = jest
      .spyOn(document, 'visibilityState', 'get')
      .mockReturnValue('hidden');
    const { getStatus } = renderSyncs({ answer: RUNNING });
    await screen.findByText('Sync is running');

    await act(() => jest.advanceTimersByTimeAsync(30_000));
    expect(getStatus).toHaveBeenCalledTimes(1);

    visible.mockReturnValue('visible');
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(getStatus).toHaveBeenCalledTimes(2);
    visible.mockRestore();
  });

  it('keeps what is known when looking again fails', async () => {
    jest.useFakeTimers();
    renderSyncs({
      getStatus: jest
        .fn()
        .mockResolvedValueOnce(RUNNING)
        .mockRejectedValue(
          new QualysApiError('Offline.', { code: 'unavailable' }),
        ),
    });
    await screen.findByText('Sync is running');

    await act(() => jest.advanceTimersByTimeAsync(5_000));

    expect(
      await screen.findByText('The portal cannot be reached'),
    ).toBeInTheDocument();
    expect(screen.getByText('240 connectors')).toBeInTheDocument();
  });

  it('says that no subscription is configured', async () => {
    renderSyncs({ answer: status({ subscriptions: [] }) });

    expect(
      await screen.findByText('No subscription is configured'),
    ).toBeInTheDocument();
  });

  it('names the permission that is missing, and asks nothing', async () => {
    const { getStatus } = renderSyncs({ denied: ['qualys.status.read'] });

    expect(await screen.findByText('qualys.status.read')).toBeInTheDocument();
    expect(getStatus).not.toHaveBeenCalled();
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import { renderSyncs } from '../../__testUtils__/syncsPage';

describe('starting a sync', () => {
  it('starts a sync and says so', async () => {
    const { startSync, getStatus, toast } = renderSyncs();

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now: Example Corp' }),
    );

    await waitFor(() =>
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'The sync of Example Corp starts within a few seconds.',
        }),
      ),
    );
    expect(startSync).toHaveBeenCalledWith('main');
    await waitFor(() => expect(getStatus).toHaveBeenCalledTimes(2));
  });

  it('says why a sync could not be started', async () => {
    const { toast } = renderSyncs({
      startSync: jest.fn().mockRejectedValue(
        new QualysApiError('Ask the platform team.', {
          code: 'conflict',
          status: 409,
        }),
      ),
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Sync now: Example Corp' }),
    );

    await waitFor(() =>
      expect(toast).toHaveBeenCalledWith({
        title: 'It does not go with how things are now: Ask the platform team.',
        status: 'danger',
      }),
    );
  });

  it('says why nobody without the permission can start one', async () => {
    const { startSync } = renderSyncs({ denied: ['qualys.sync.run'] });
    const name = 'Sync now: Example Corp';
    await waitFor(() =>
      expect(screen.getByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      ),
    );

    await userEvent.click(screen.getByRole('button', { name }));

    expect(startSync).not.toHaveBeenCalled();
  });
});

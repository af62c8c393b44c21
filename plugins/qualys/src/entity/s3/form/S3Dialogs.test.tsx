import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../../api';
import { openDialog, press } from '../../../__testUtils__/dialogs';
import { minutesAgo } from '../../../__testUtils__/fixtures';
import { renderS3Card, S3_OBJECT } from '../../../__testUtils__/s3Dialog';
import {
  s3Integration,
  s3Settings,
  settingsEntry,
} from '../../../__testUtils__/s3Fixtures';

const REGENERATED = s3Integration({
  version: 'v2',
  externalId: {
    by: 'user:default/guest',
    at: minutesAgo(0),
    value: 'US_POD_1-1-new',
    trusted: false,
  },
});

describe('a new external ID', () => {
  it('is made for a reason, by who knows what follows', async () => {
    const regenerateS3ExternalId = jest.fn(async () => REGENERATED);
    renderS3Card({ api: { regenerateS3ExternalId } });
    const dialog = await openDialog(/^New external ID for/, /^Reason/);

    expect(dialog.getByText(/Delivery stops until/)).toBeInTheDocument();
    expect(dialog.getByText(/are sent again\. What/)).toBeInTheDocument();
    const make = dialog.getByRole('button', { name: 'Make a new external ID' });
    expect(make).toBeDisabled();
    await userEvent.click(dialog.getByLabelText(/^I know that delivery stops/));
    await userEvent.click(make);
    expect(dialog.getByLabelText(/^Reason/)).toHaveFocus();
    expect(regenerateS3ExternalId).not.toHaveBeenCalled();

    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It leaked');
    await userEvent.click(make);
    expect(
      await screen.findByText('Qualys has made a new external ID'),
    ).toBeInTheDocument();
    expect(regenerateS3ExternalId).toHaveBeenCalledWith(S3_OBJECT, 'v1', {
      reason: 'It leaked',
    });
    const done = within(screen.getByRole('dialog'));
    expect(done.getByText('US_POD_1-1-new')).toBeInTheDocument();
    expect(
      done.getByRole('button', { name: 'Copy External ID' }),
    ).toBeInTheDocument();

    await press('Close');
    expect(
      await screen.findByRole('button', { name: 'Done, the role trusts it' }),
    ).toBeInTheDocument();
  });

  it('is not made on top of a change that nobody has seen', async () => {
    const current = s3Integration({
      version: 'v9',
      settings: s3Settings({ minSeverity: 4 }),
    });
    const regenerateS3ExternalId = jest
      .fn(async () => REGENERATED)
      .mockRejectedValueOnce(
        new QualysApiError('Changed.', {
          code: 'preconditionFailed',
          status: 412,
          current,
        }),
      );
    renderS3Card({ api: { regenerateS3ExternalId } });
    const dialog = await openDialog(/^New external ID for/, /^Reason/);
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'It leaked');
    await userEvent.click(dialog.getByLabelText(/^I know that delivery stops/));
    await press('Make a new external ID');

    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent('Minimum severity 3 → 4');
    await press('Go on from there');
    await press('Make a new external ID');
    await waitFor(() =>
      expect(regenerateS3ExternalId).toHaveBeenLastCalledWith(S3_OBJECT, 'v9', {
        reason: 'It leaked',
      }),
    );
  });

  it('takes the permission to weaken', async () => {
    renderS3Card({ denied: ['qualys.settings.weaken'] });

    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /^New external ID for/ }),
      ).toHaveAttribute('aria-disabled', 'true'),
    );
    expect(screen.getByRole('button', { name: /^Edit/ })).toBeEnabled();
  });
});

describe('the history of an S3 integration', () => {
  const getEntityHistory = jest.fn();
  const older = settingsEntry({
    id: 'older',
    at: minutesAgo(60 * 24 * 9),
    settings: { ...s3Settings({ minSeverity: 2 }) },
    changes: [],
    reason: undefined,
    action: 'adopt',
  });

  beforeEach(() => {
    getEntityHistory.mockReset();
    getEntityHistory.mockImplementation(async (_, { cursor }) =>
      cursor
        ? { items: [older] }
        : {
            items: [
              settingsEntry({ id: 'refused', outcome: 'refused' }),
              settingsEntry(),
            ],
            nextCursor: 'next',
          },
    );
  });

  it('says who did what, when, why, and what came of it', async () => {
    renderS3Card({ api: { getEntityHistory } });
    await press(/^History of/);

    const list = await screen.findByRole('list', {
      name: 'History of changes',
    });
    const [refused, done] = within(list)
      .getAllByRole('listitem')
      .filter(item => item.parentElement === list);
    expect(within(refused).getByText('Refused')).toBeInTheDocument();
    expect(
      within(refused).queryByRole('button', { name: /^Restore/ }),
    ).not.toBeInTheDocument();
    expect(done).toHaveTextContent('Settings changed');
    expect(done).toHaveTextContent('pat, 3 days ago');
    expect(done).toHaveTextContent('Minimum severity 2 → 3Weakening');
    expect(done).toHaveTextContent(
      'Reason: Too much noise for the team on call',
    );
    expect(getEntityHistory).toHaveBeenCalledWith(
      S3_OBJECT.entity,
      expect.objectContaining({
        type: 's3Integration',
        subscription: 'main',
        objectId: S3_OBJECT.id,
      }),
      expect.anything(),
    );
  });

  it('goes back as far as one likes, and fills the form with what was', async () => {
    renderS3Card({ api: { getEntityHistory } });
    await press(/^History of/);
    await press('Show earlier');
    expect(
      await screen.findByText('Present settings entered'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Settings changed')).toHaveLength(2);

    const restores = screen.getAllByRole('button', { name: /^Restore/ });
    await userEvent.click(restores[restores.length - 1]);
    await screen.findByLabelText(/^Name/);
    await press('Review changes');
    expect(
      await screen.findByRole('list', { name: 'What will change' }),
    ).toHaveTextContent('Minimum severity 3 → 2Widening');
  });

  it('leaves the destination as it is for who may not change it', async () => {
    getEntityHistory.mockResolvedValue({
      items: [
        settingsEntry({
          settings: {
            ...s3Settings({ minSeverity: 2, bucketName: 'another-bucket' }),
          },
        }),
      ],
    });
    renderS3Card({
      api: { getEntityHistory },
      denied: ['qualys.s3.destination.update'],
    });
    await press(/^History of/);
    await press(/^Restore/);
    expect(await screen.findByRole('textbox', { name: 'Bucket' })).toHaveValue(
      'payments-qualys-findings',
    );
    expect(screen.getByLabelText('Minimum severity')).toHaveValue('2');
  });

  it('restores nothing for who may change nothing', async () => {
    renderS3Card({ api: { getEntityHistory }, denied: ['qualys.s3.update'] });
    await press(/^History of/);
    await screen.findByText('Refused');
    expect(
      screen.queryByRole('button', { name: /^Restore/ }),
    ).not.toBeInTheDocument();
  });

  it('says that there is none', async () => {
    renderS3Card({ api: { getEntityHistory: async () => ({ items: [] }) } });
    await press(/^History of/);
    expect(
      await screen.findByText(/Nothing has been done here yet/),
    ).toBeInTheDocument();
  });
});

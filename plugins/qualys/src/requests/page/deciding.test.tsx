import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  requestApproveSchema,
  requestRejectSchema,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { enter, press } from '../../__testUtils__/dialogs';
import { EXTERNAL_ID, REQUEST_ID } from '../../__testUtils__/requestFixtures';
import {
  APPROVED_REQUEST,
  changedMeanwhile,
  renderRequestPages,
  submittedRequest,
} from '../../__testUtils__/requestPages';

const decision = async () =>
  within(await screen.findByRole('region', { name: 'Decision' }));

describe('what speaks against a request', () => {
  it('is told with links, the most pressing first', async () => {
    renderRequestPages({
      requests: [
        submittedRequest({
          conflicts: [
            { kind: 'ownedByRule', owner: 'group:default/platform' },
            {
              kind: 'accountRequested',
              request: { id: 'r-9', name: 'checkout-too' },
            },
            { kind: 'accountConnectedByOrganization' },
            {
              kind: 'accountConnected',
              connector: {
                subscription: 'main',
                id: 'c-1',
                name: 'checkout-old',
                entityRef: 'resource:default/aws-1',
              },
            },
          ],
        }),
      ],
    });

    const list = within(
      await screen.findByRole('list', { name: 'What speaks against it' }),
    );
    const items = list.getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Conflict: The account is read already through a connector of the whole organisation.',
      expect.stringMatching(/^Conflict: .*checkout-old/),
      expect.stringMatching(/^To be known: A rule gives .*platform/),
      expect.stringMatching(/^To be known: .*checkout-too/),
    ]);
    expect(list.getByRole('link', { name: 'checkout-old' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/aws-1',
    );
    expect(list.getByRole('link', { name: 'checkout-too' })).toHaveAttribute(
      'href',
      '/qualys/requests/r-9',
    );
  });

  it('is said to be nothing where nothing was found', async () => {
    renderRequestPages({ requests: [submittedRequest()] });

    expect(
      (await decision()).getByText(/No conflicts were found/),
    ).toBeInTheDocument();
  });
});

describe('deciding about a request', () => {
  it('is not offered to who may not, and the reason is told', async () => {
    renderRequestPages({
      requests: [
        submittedRequest({
          may: [],
          mayNotDecideBecause: 'You asked for it yourself.',
        }),
      ],
    });

    const part = await decision();
    expect(part.getByText('You asked for it yourself.')).toBeInTheDocument();
    expect(part.queryByRole('button')).not.toBeInTheDocument();
  });

  it('approves as it was asked for, and shows what stays as it is', async () => {
    const { actOnConnectorRequest, toast } = renderRequestPages({
      requests: [submittedRequest()],
    });
    actOnConnectorRequest.mockResolvedValue(APPROVED_REQUEST);

    await press('Approve');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Approve checkout-prod?' }),
    );
    expect(dialog.getByText('012345678901')).toBeInTheDocument();
    expect(dialog.getByText(EXTERNAL_ID)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));

    expect(await screen.findByText(/waits for its turn/)).toBeInTheDocument();
    const [id, version, act, body] = actOnConnectorRequest.mock.calls[0];
    expect([id, version, act]).toEqual([REQUEST_ID, 'r2', 'approve']);
    expect(requestApproveSchema.parse(body)).toEqual({});
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'Approved: checkout-prod.' }),
    );
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'checkout-prod', level: 2 }),
      ).toHaveFocus(),
    );
  });

  it('rejects with a reason alone', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
    });
    actOnConnectorRequest.mockResolvedValue(
      submittedRequest({
        state: 'rejected',
        version: 'r3',
        may: [],
        decision: {
          approved: false,
          by: 'user:default/pat',
          at: '2026-03-01T11:00:00.000Z',
          reason: 'It is connected already',
        },
      }),
    );

    await press('Reject');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Reject checkout-prod?' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));
    const reason = dialog.getByLabelText(/^Reason/);
    await waitFor(() => expect(reason).toHaveFocus());
    expect(reason).toBeInvalid();
    expect(actOnConnectorRequest).not.toHaveBeenCalled();

    await enter(reason, ' It is connected already ');
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));

    expect(
      await screen.findByText(
        'It was decided against: It is connected already',
      ),
    ).toBeInTheDocument();
    const body = actOnConnectorRequest.mock.calls[0][3];
    expect(requestRejectSchema.parse(body)).toEqual({
      reason: 'It is connected already',
    });
  });

  it('tells what changed meanwhile, and goes on from there', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
    });
    const current = submittedRequest({
      version: 'r7',
      settings: { remediationEnabled: true },
    });
    actOnConnectorRequest
      .mockRejectedValueOnce(changedMeanwhile(current))
      .mockResolvedValueOnce(APPROVED_REQUEST);

    await press('Approve');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Approve checkout-prod?' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));

    expect(
      within(
        await dialog.findByRole('list', { name: 'What changed meanwhile' }),
      ).getByRole('listitem'),
    ).toHaveTextContent('Remediation off → on');
    expect(dialog.getByRole('button', { name: 'Approve' })).toBeDisabled();

    await userEvent.click(
      dialog.getByRole('button', { name: 'Go on from there' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));

    expect(await screen.findByText(/waits for its turn/)).toBeInTheDocument();
    expect(actOnConnectorRequest).toHaveBeenLastCalledWith(
      REQUEST_ID,
      'r7',
      'approve',
      {},
    );
  });

  it('ends where somebody else has decided meanwhile', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
    });
    actOnConnectorRequest.mockRejectedValue(changedMeanwhile(APPROVED_REQUEST));

    await press('Reject');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Reject checkout-prod?' }),
    );
    await enter(dialog.getByLabelText(/^Reason/), 'Not theirs');
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));

    expect(await dialog.findByText('It is now: Approved.')).toBeInTheDocument();
    expect(dialog.getByText(/is no longer possible/)).toBeInTheDocument();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Go on from there' }),
    );

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByText(/waits for its turn/)).toBeInTheDocument();
    expect(actOnConnectorRequest).toHaveBeenCalledTimes(1);
  });

  it('keeps the dialog and what was typed when it fails', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
    });
    actOnConnectorRequest.mockRejectedValue(
      new QualysApiError('The database is locked.', {
        code: 'internal',
        status: 500,
      }),
    );

    await press('Reject');
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Reject checkout-prod?' }),
    );
    await enter(dialog.getByLabelText(/^Reason/), 'Not theirs');
    await userEvent.click(dialog.getByRole('button', { name: 'Reject' }));

    expect(
      await dialog.findByText('The database is locked.'),
    ).toBeInTheDocument();
    expect(dialog.getByLabelText(/^Reason/)).toHaveValue('Not theirs');
    expect(dialog.getByRole('button', { name: 'Reject' })).toBeEnabled();
  });
});

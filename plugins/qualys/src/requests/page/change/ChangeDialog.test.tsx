import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  QUALYS_REQUESTS_CHANNEL,
  requestApproveSchema,
  type RequestCheck,
} from 'backstage-plugin-qualys-common';
import { enter, press, retype } from '../../../__testUtils__/dialogs';
import { FakeSignals } from '../../../__testUtils__/FakeSignals';
import {
  EXTERNAL_ID,
  REQUEST_ID,
  requestFindings,
} from '../../../__testUtils__/requestFixtures';
import {
  APPROVED_REQUEST,
  changedMeanwhile,
  renderRequestPages,
  submittedRequest,
} from '../../../__testUtils__/requestPages';

/** Opens the dialog in which a request is approved with changes. */
async function openChanges() {
  await press('Approve with changes');
  await screen.findByLabelText(/^Name/);
  return within(screen.getByRole('dialog'));
}

describe('approving a request with changes', () => {
  it('tells the difference in words, and sends nothing else', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [
        submittedRequest({ settings: { system: 'system:default/shop' } }),
      ],
    });
    actOnConnectorRequest.mockResolvedValue(APPROVED_REQUEST);

    const dialog = await openChanges();
    expect(dialog.getByText('012345678901')).toBeInTheDocument();
    expect(dialog.getByText(EXTERNAL_ID)).toBeInTheDocument();
    await retype(dialog.getByLabelText(/^Name/), 'payments-prod');
    await retype(dialog.getByLabelText(/^System/), '');
    await userEvent.click(dialog.getByLabelText('VM'));
    await userEvent.click(dialog.getByText('Review changes'));

    const list = within(
      await dialog.findByRole('list', { name: 'What will change' }),
    );
    expect(
      list.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual([
      'Name checkout-prod → payments-prodNeutral',
      'System shop → noneNeutral',
      'Modules none → VMWidening',
    ]);
    await enter(dialog.getByLabelText(/^Reason/), 'Our names');
    await userEvent.click(dialog.getByText('Approve'));

    expect(await screen.findByText(/waits for its turn/)).toBeInTheDocument();
    const [, version, action, body] = actOnConnectorRequest.mock.calls[0];
    expect([version, action]).toEqual(['r2', 'approve']);
    expect(requestApproveSchema.parse(body)).toEqual({
      changes: { name: 'payments-prod', system: null, activation: ['VM'] },
      reason: 'Our names',
    });
  });

  it('asks why where it is less than what was asked for', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest({ settings: { remediationEnabled: true } })],
    });
    actOnConnectorRequest.mockResolvedValue(APPROVED_REQUEST);

    const dialog = await openChanges();
    await userEvent.click(dialog.getByLabelText(/cloud resources/));
    await userEvent.click(dialog.getByText('Review changes'));
    expect(
      await dialog.findByText(/less is found or told than was asked for/),
    ).toBeInTheDocument();
    await userEvent.click(dialog.getByText('Approve'));
    await waitFor(() => expect(dialog.getByLabelText(/^Reason/)).toHaveFocus());
    expect(actOnConnectorRequest).not.toHaveBeenCalled();

    await enter(dialog.getByLabelText(/^Reason/), 'Not in production');
    await userEvent.click(dialog.getByText('Approve'));

    await waitFor(() =>
      expect(actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r2',
        'approve',
        {
          changes: { remediationEnabled: false },
          reason: 'Not in production',
        },
      ),
    );
  });

  it('leads to the field that is wrong, and warns of a name that is taken', async () => {
    renderRequestPages({
      requests: [submittedRequest()],
      api: {
        checkConnectorRequest: async () =>
          requestFindings({
            conflicts: [
              { kind: 'nameTaken', request: { id: 'r-9', name: 'ledger' } },
            ],
          }),
      },
    });

    const dialog = await openChanges();
    expect(
      await dialog.findByText('The name is taken: ledger has it.'),
    ).toBeInTheDocument();
    const name = dialog.getByLabelText(/^Name/);
    await retype(name, '');
    await userEvent.click(dialog.getByText('Review changes'));

    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toBeInvalid();
  });

  it('says of another owner what the approval would say of it', async () => {
    const checkConnectorRequest = jest.fn(
      async ({ settings: { owner } }: RequestCheck) =>
        requestFindings({
          problems:
            owner === 'group:default/nope'
              ? [{ path: 'settings.owner', message: 'must be a group' }]
              : [],
        }),
    );
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
      api: { checkConnectorRequest },
    });
    actOnConnectorRequest.mockResolvedValue(APPROVED_REQUEST);

    const dialog = await openChanges();
    const owner = dialog.getByLabelText(/^Owner/);
    await retype(owner, 'group:default/nope');
    await waitFor(() =>
      expect(owner).toHaveAccessibleDescription(/must be a group/),
    );
    // By which it is known that it is judged as an approval.
    expect(checkConnectorRequest).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: REQUEST_ID }),
      expect.anything(),
    );
    await retype(owner, 'group:default/shipping');
    await userEvent.click(dialog.getByText('Review changes'));
    await userEvent.click(await dialog.findByText('Approve'));
    await waitFor(() =>
      expect(actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r2',
        'approve',
        { changes: { owner: 'group:default/shipping' } },
      ),
    );
  });

  it('tells what became of a request that was taken back meanwhile, and no more of its fields', async () => {
    const signals = new FakeSignals();
    let isTakenBack = false;
    const { actOnConnectorRequest, stored } = renderRequestPages({
      signals,
      requests: [submittedRequest()],
      api: {
        // As a draft, it is judged by the groups of whoever writes.
        checkConnectorRequest: async () =>
          requestFindings({
            problems: isTakenBack
              ? [{ path: 'settings.owner', message: 'must be your group' }]
              : [],
          }),
      },
    });
    const dialog = await openChanges();
    const back = submittedRequest({ state: 'draft', version: 'r3', may: [] });
    isTakenBack = true;
    stored.others = [back];
    actOnConnectorRequest.mockRejectedValue(changedMeanwhile(back));
    await retype(dialog.getByLabelText(/^Name/), 'payments-prod');
    await waitFor(() =>
      expect(dialog.getByLabelText(/^Owner/)).toHaveAccessibleDescription(
        /must be your group/,
      ),
    );

    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID }),
    );
    await waitFor(() =>
      expect(dialog.getByLabelText(/^Owner/)).not.toHaveAccessibleDescription(
        /must be your group/,
      ),
    );
    await userEvent.click(dialog.getByText('Review changes'));
    await userEvent.click(await dialog.findByText('Approve'));
    expect(await dialog.findByText(/Draft/)).toBeInTheDocument();
  });

  it('takes no other name that is taken, and lets that which was asked for stay', async () => {
    renderRequestPages({
      requests: [submittedRequest()],
      api: {
        checkConnectorRequest: async () =>
          requestFindings({ conflicts: [{ kind: 'nameTaken' }] }),
      },
    });
    const dialog = await openChanges();
    await dialog.findByText('The name is taken.');
    const name = dialog.getByLabelText(/^Name/);
    expect(name).toBeValid();
    await retype(name, 'ledger');
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription(
        /Choose a name that is not taken/,
      ),
    );
    await userEvent.click(dialog.getByText('Review changes'));
    await waitFor(() => expect(name).toHaveFocus());
  });

  it('keeps what was changed on top of what changed meanwhile', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      requests: [submittedRequest()],
    });
    actOnConnectorRequest
      .mockRejectedValueOnce(
        changedMeanwhile(
          submittedRequest({
            version: 'r7',
            settings: { description: 'The checkout' },
          }),
        ),
      )
      .mockResolvedValueOnce(APPROVED_REQUEST);

    const dialog = await openChanges();
    await retype(dialog.getByLabelText(/^Name/), 'payments-prod');
    await userEvent.click(dialog.getByText('Review changes'));
    await userEvent.click(await dialog.findByText('Approve'));
    await userEvent.click(await dialog.findByText('Go on from there'));

    expect(dialog.getByLabelText(/^Name/)).toHaveValue('payments-prod');
    expect(dialog.getByLabelText(/^Description/)).toHaveValue('The checkout');
    await userEvent.click(dialog.getByText('Review changes'));
    await userEvent.click(await dialog.findByText('Approve'));

    await waitFor(() =>
      expect(actOnConnectorRequest).toHaveBeenLastCalledWith(
        REQUEST_ID,
        'r7',
        'approve',
        { changes: { name: 'payments-prod' } },
      ),
    );
  });
});

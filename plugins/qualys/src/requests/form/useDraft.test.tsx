import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import {
  connectorRequest,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import {
  EDIT,
  fill,
  fillWhat,
  goOn,
  renderRequestForm,
} from '../../__testUtils__/requestForm';

describe('the draft of a request', () => {
  it('fills in a draft with what its tags are called, and saves what is changed', async () => {
    const { saveConnectorRequest } = renderRequestForm({
      at: `${EDIT}?step=settings`,
      draft: connectorRequest({
        settings: {
          defaultTags: ['5'],
          activation: ['VM'],
          regions: ['eu-west-1'],
        },
      }),
    });
    expect(await screen.findByText('payments')).toBeInTheDocument();
    expect(screen.getByLabelText('eu-west-1')).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Let Qualys change cloud resources',
      }),
    );
    expect(
      screen.getByRole('group', { name: 'Remediation' }),
    ).toHaveAccessibleDescription(
      /For subscribers of Cloud Security Assessment only.*right to write/,
    );
    // A moment after the last change, without anything being pressed.
    await waitFor(() => expect(saveConnectorRequest).toHaveBeenCalledTimes(1));
    expect(saveConnectorRequest.mock.calls[0]).toEqual([
      REQUEST_ID,
      'r1',
      {
        settings: expect.objectContaining({
          defaultTags: ['5'],
          activation: ['VM'],
          regions: ['eu-west-1'],
          remediationEnabled: true,
        }),
      },
    ]);
    expect(await screen.findByText('The draft is saved.')).toBeInTheDocument();
  });

  it('holds what it can of what is typed by half', async () => {
    const { saveConnectorRequest } = renderRequestForm({
      at: `${EDIT}?step=settings`,
      draft: connectorRequest(),
    });
    await fill(/^Hours/, 'often');
    await userEvent.click(
      screen.getByLabelText('Let Qualys change cloud resources'),
    );
    await press('Save and leave');
    await screen.findByText('Another page');
    const [, , { settings }] = saveConnectorRequest.mock.lastCall!;
    expect(settings).toHaveProperty('remediationEnabled', true);
    expect(settings).not.toHaveProperty('pollingFrequency');
  });

  it('goes on on top of what somebody else saved meanwhile', async () => {
    const current = connectorRequest({
      version: 'r9',
      settings: { purpose: 'Another one.' },
    });
    const saveConnectorRequest = jest
      .fn()
      .mockRejectedValueOnce(
        new QualysApiError('Changed.', {
          code: 'preconditionFailed',
          status: 412,
          current,
        }),
      )
      .mockImplementation(async (_, __, { settings }) =>
        connectorRequest({ version: 'r10', settings }),
      );
    renderRequestForm({
      at: `${EDIT}?step=what`,
      draft: connectorRequest(),
      api: { saveConnectorRequest },
    });
    // It is saved a moment later, without anything being pressed.
    await fill(/^Name/, 'checkout-2');
    expect(
      await screen.findByRole('list', { name: 'What changed meanwhile' }),
    ).toHaveTextContent(/Purpose.*Another one/);
    await press('Go on from there');
    expect(screen.getByLabelText(/^Name/)).toHaveValue('checkout-2');
    expect(screen.getByLabelText(/^Purpose/)).toHaveValue('Another one.');
    await goOn('Settings');
    expect(saveConnectorRequest).toHaveBeenLastCalledWith(REQUEST_ID, 'r9', {
      settings: expect.objectContaining({
        name: 'checkout-2',
        purpose: 'Another one.',
      }),
    });
  });

  it('says so where it has been submitted meanwhile', async () => {
    renderRequestForm({
      at: `${EDIT}?step=what`,
      draft: connectorRequest(),
      api: {
        saveConnectorRequest: async () => {
          throw new QualysApiError('Changed.', {
            code: 'preconditionFailed',
            status: 412,
            current: connectorRequest({ version: 'r9', state: 'submitted' }),
          });
        },
      },
    });
    // It is saved a moment later, without anything being pressed.
    await fill(/^Name/, 'checkout-2');
    expect(
      await screen.findByText('It is a draft no more'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Show the request' }),
    ).toHaveAttribute('href', `/qualys/requests/${REQUEST_ID}`);
  });

  it('keeps what is typed when it is left', async () => {
    const { createConnectorRequest, toast } = renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=AWS&step=what',
    });
    await fill(/^Name/, 'half-typed');
    await userEvent.click(
      screen.getByRole('button', { name: 'Cloud and subscription' }),
    );
    expect(createConnectorRequest).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
    await waitFor(() =>
      expect(createConnectorRequest).toHaveBeenCalledWith(
        expect.objectContaining({
          settings: expect.objectContaining({ name: 'half-typed' }),
        }),
      ),
    );
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ title: expect.stringMatching(/as a draft/) }),
    );
  });

  it('says why a draft could not be begun, and begins the same one again', async () => {
    const createConnectorRequest = jest
      .fn()
      .mockRejectedValueOnce(
        new QualysApiError(
          'The external ID is not known: set qualys.subscriptions[0].pod.',
          { code: 'invalid', status: 400 },
        ),
      )
      .mockResolvedValue(connectorRequest());
    renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=AWS&step=what',
      api: { createConnectorRequest },
    });
    await fillWhat();
    await press('Next');
    expect(
      await screen.findByText(/set qualys.subscriptions\[0\].pod/),
    ).toBeInTheDocument();
    await goOn('Settings');
    const keys = createConnectorRequest.mock.calls.map(
      ([{ idempotencyKey }]) => idempotencyKey,
    );
    expect(keys[1]).toBe(keys[0]);
  });
});

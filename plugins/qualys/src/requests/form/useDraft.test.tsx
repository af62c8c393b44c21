import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  ConnectorRequestDetails,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import {
  connectorRequest,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import {
  address,
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

  it('says what of it is not kept, and keeps what was there before', async () => {
    const perimeterScan: RequestDraftSettings['perimeterScan'] = {
      enabled: true,
      configuration: {
        optionProfileId: '11001',
        recurrence: 'DAILY',
        scanPrefix: 'shop',
        startDate: '2026-12-31',
        startTime: '15:45',
        timezone: 'Europe/Berlin',
      },
    };
    const { saveConnectorRequest, toast } = renderRequestForm({
      at: `${EDIT}?step=settings`,
      draft: connectorRequest({ settings: { perimeterScan } }),
    });
    expect(await screen.findByText('The draft is saved.')).toBeInTheDocument();
    await userEvent.clear(await screen.findByLabelText(/^Prefix of the scan/));
    expect(
      screen.getByText(
        'The draft is saved, but not all that you typed. Kept once it is complete and right: Perimeter scan.',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByLabelText('Let Qualys change cloud resources'),
    );
    await press('Save and leave');
    await screen.findByText('Another page');
    expect(saveConnectorRequest.mock.lastCall![2].settings).toMatchObject({
      remediationEnabled: true,
      perimeterScan,
    });
    await waitFor(() =>
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: expect.stringMatching(/all but this: Perimeter scan/),
          status: 'warning',
        }),
      ),
    );
  });

  describe('with a role that is handed over', () => {
    const ARN = 'arn:aws:iam::012345678901:role/QualysConnector';
    const begin = () =>
      renderRequestForm({
        at: `${EDIT}?step=what`,
        draft: connectorRequest({ access: { arn: ARN, keyHeld: false } }),
      });

    it('wipes it only when somebody goes on, and says so before and after', async () => {
      const { saveConnectorRequest, toast } = begin();
      expect(
        await screen.findByText('The role is handed over already'),
      ).toBeInTheDocument();
      await fill(/^AWS account/, '999999999999');
      expect(
        screen.getByText('The role that was handed over will be wiped'),
      ).toBeInTheDocument();
      await fill(/^Purpose/, 'Another purpose.');
      await waitFor(() =>
        expect(saveConnectorRequest.mock.lastCall?.[2].settings).toMatchObject({
          purpose: 'Another purpose.',
          account: '012345678901',
        }),
      );
      expect(
        await screen.findByText(/Kept when you go on: AWS account\.$/),
      ).toBeInTheDocument();
      expect(toast).not.toHaveBeenCalled();

      await goOn('Settings');
      expect(saveConnectorRequest.mock.lastCall![2].settings).toHaveProperty(
        'account',
        '999999999999',
      );
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: expect.stringMatching(/^The role .* is wiped/),
          status: 'warning',
        }),
      );
    });

    it('keeps it when the form is left, and says what is not kept', async () => {
      const { saveConnectorRequest, toast } = begin();
      await fill(/^AWS account/, '999999999999');
      await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
      await waitFor(() =>
        expect(toast).toHaveBeenCalledWith(
          expect.objectContaining({
            title: expect.stringMatching(/all but this: AWS account/),
          }),
        ),
      );
      expect(saveConnectorRequest).not.toHaveBeenCalled();
    });
  });

  describe('that cannot be saved', () => {
    const down = () =>
      new QualysApiError('It is down.', { code: 'unavailable', status: 503 });
    /** A portal that cannot save anything until it is told that it can. */
    const begin = (error = down()) => {
      const portal = { isDown: true };
      const saveConnectorRequest = jest.fn<
        Promise<ConnectorRequestDetails>,
        Parameters<QualysApi['saveConnectorRequest']>
      >(async (_, __, { settings }) => {
        if (portal.isDown) throw error;
        return connectorRequest({ version: 'r2', settings });
      });
      const { toast } = renderRequestForm({
        at: `${EDIT}?step=what`,
        draft: connectorRequest(),
        api: { saveConnectorRequest },
      });
      const saved = () =>
        saveConnectorRequest.mock.lastCall?.[2].settings.purpose;
      return { portal, saved, saveConnectorRequest, toast };
    };
    // What a screen reader is told in passing.
    const told = () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join(' ');

    it('leaves the focus where somebody types, and is saved with the next change', async () => {
      const { portal, saved } = begin();
      await fill(/^Purpose/, 'Another purpose');
      const purpose = screen.getByLabelText(/^Purpose/);
      expect(await screen.findByText('It is down.')).toBeInTheDocument();
      expect(purpose).toHaveFocus();
      await waitFor(() => expect(told()).toContain('The draft is not saved.'));

      portal.isDown = false;
      await userEvent.type(purpose, '!');
      await waitFor(() => expect(saved()).toBe('Another purpose!'));
      await waitFor(() =>
        expect(told()).toMatch(/The draft is saved\.(?! but)/),
      );
      expect(screen.queryByText('It is down.')).not.toBeInTheDocument();
      expect(purpose).toHaveFocus();

      // That it is saved is only news after it was not.
      await userEvent.type(purpose, '!');
      await waitFor(() => expect(saved()).toBe('Another purpose!!'));
      expect(await screen.findByText('The draft is saved.')).toBeVisible();
      expect(told()).not.toContain('The draft is saved');
    });

    it('is tried again after a while, without a change', async () => {
      jest.useFakeTimers({ advanceTimers: true });
      try {
        const { portal } = begin();
        await fill(/^Purpose/, 'Another purpose');
        expect(await screen.findByText('It is down.')).toBeInTheDocument();
        expect(
          screen.getAllByText(/not saved\. That is tried again by itself\./),
        ).not.toHaveLength(0);
        portal.isDown = false;
        await act(async () => jest.advanceTimersByTime(15_000));
        await waitFor(() =>
          expect(screen.queryByText('It is down.')).not.toBeInTheDocument(),
        );
        expect(screen.getAllByText('The draft is saved.')).not.toHaveLength(0);
      } finally {
        jest.useRealTimers();
      }
    });

    it('leads to what went wrong where somebody has gone on', async () => {
      begin();
      await fill(/^Purpose/, 'Another purpose');
      await press('Next');
      await waitFor(() =>
        expect(document.activeElement).toContainElement(
          screen.getByText('It is down.'),
        ),
      );
    });

    it('says so when the form is left', async () => {
      const { toast } = begin();
      await fill(/^Purpose/, 'Another purpose');
      await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
      await waitFor(() =>
        expect(toast).toHaveBeenCalledWith({
          title: 'What you typed last is not kept in the draft: It is down.',
          status: 'danger',
        }),
      );
    });

    it('says so when it is left while somebody else has changed it', async () => {
      const { toast, saveConnectorRequest } = begin(
        new QualysApiError('Changed.', {
          code: 'preconditionFailed',
          status: 412,
          current: connectorRequest({ version: 'r9' }),
        }),
      );
      await fill(/^Purpose/, 'Another purpose');
      await screen.findByRole('button', { name: 'Go on from there' });
      await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
      await waitFor(() =>
        expect(toast).toHaveBeenCalledWith(
          expect.objectContaining({
            title: expect.stringMatching(/it was changed meanwhile/),
          }),
        ),
      );
      expect(saveConnectorRequest).toHaveBeenCalledTimes(1);
    });
  });

  it('is saved by itself without keeping anybody from going on', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const saveConnectorRequest = jest.fn<
      Promise<ConnectorRequestDetails>,
      Parameters<QualysApi['saveConnectorRequest']>
    >(async (_, __, { settings }) => {
      await released;
      return connectorRequest({ version: 'r2', settings });
    });
    renderRequestForm({
      at: `${EDIT}?step=what`,
      draft: connectorRequest(),
      api: { saveConnectorRequest },
    });
    await fill(/^Purpose/, 'Another purpose');
    expect(await screen.findByText('Saving the draft…')).toBeInTheDocument();
    await press('Next');
    release();
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'Settings' })).toHaveFocus(),
    );
    expect(saveConnectorRequest.mock.lastCall![2].settings.purpose).toBe(
      'Another purpose',
    );
  });

  it('leads nobody back who has left before it was begun', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const begun = connectorRequest();
    const createConnectorRequest = jest.fn(async () => {
      await released;
      return begun;
    });
    const saveConnectorRequest = jest.fn(async () => begun);
    renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=AWS&step=what',
      api: { createConnectorRequest, saveConnectorRequest },
    });
    await fillWhat();
    await press('Next');
    await waitFor(() => expect(createConnectorRequest).toHaveBeenCalled());
    await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
    await screen.findByText('Another page');
    await act(async () => release());
    expect(address()).toBe('/elsewhere');
  });
});

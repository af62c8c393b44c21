import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  QUALYS_REQUESTS_CHANNEL,
  type ConnectorRequestDetails,
  type RequestEvent,
} from 'backstage-plugin-qualys-common';
import { QualysApiError } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import {
  connectorRequest,
  EXTERNAL_ID,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import {
  renderRequestPages,
  submittedRequest,
} from '../../__testUtils__/requestPages';

const SUBMITTED: RequestEvent = submittedRequest().events[0];

const APPROVED: RequestEvent = {
  id: 'e2',
  at: '2026-03-01T11:00:00.000Z',
  action: 'approve',
  from: 'submitted',
  to: 'approved',
  actor: 'user:default/pat',
  reason: 'It is theirs',
  changes: [
    {
      setting: 'name',
      effect: 'neutral',
      before: 'checkout',
      after: 'checkout-prod',
    },
  ],
};

const FAILED: RequestEvent = {
  id: 'e4',
  at: '2026-03-01T12:00:00.000Z',
  action: 'fail',
  from: 'provisioning',
  to: 'failed',
};

const PROBLEM: ConnectorRequestDetails['problem'] = {
  code: 'accessRefused',
  message: 'AWS did not let Qualys in.',
  advice: 'Check the trust policy of the role.',
  said: 'AccessDenied: sts:AssumeRole',
};

function failedRequest(overrides: Partial<ConnectorRequestDetails> = {}) {
  return connectorRequest({
    state: 'failed',
    version: 'r5',
    events: [
      SUBMITTED,
      APPROVED,
      {
        ...FAILED,
        id: 'e3',
        action: 'provision',
        from: 'approved',
        to: 'provisioning',
      },
      { ...FAILED, problem: PROBLEM },
    ],
    problem: PROBLEM,
    may: ['giveAccess', 'retry', 'cancel'],
    ...overrides,
  });
}

const next = async () =>
  within(await screen.findByRole('region', { name: 'What to do next' }));

// Once its code has come: until then another one stands in its place.
const dialog = async (name: string) =>
  within(await screen.findByRole('dialog', { name }));

describe('the page of a request', () => {
  it('shows what is asked for, and what Qualys gets in with', async () => {
    renderRequestPages({ mine: [connectorRequest()] });

    const asked = within(
      await screen.findByRole('region', { name: 'What is asked for' }),
    );
    expect(
      screen.getByRole('heading', { name: 'checkout-prod', level: 2 }),
    ).toBeInTheDocument();
    expect(asked.getByText('012345678901')).toBeInTheDocument();
    expect(asked.getByText('The checkout runs in it.')).toBeInTheDocument();
    expect(asked.getByText(EXTERNAL_ID)).toBeInTheDocument();
    expect(await asked.findByText('Main subscription')).toBeInTheDocument();
  });

  it('calls tags and option profiles by their names', async () => {
    const request = submittedRequest();
    const { settings, events } = request;
    renderRequestPages({
      requests: [
        {
          ...request,
          settings: {
            ...settings,
            defaultTags: ['5', '7'],
          },
          events: [
            ...events,
            {
              ...APPROVED,
              changes: [
                {
                  setting: 'defaultTags',
                  effect: 'neutral',
                  before: ['6'],
                  after: ['5', '7'],
                },
              ],
            },
          ],
        },
      ],
    });

    const asked = within(
      await screen.findByRole('region', { name: 'What is asked for' }),
    );
    // What Qualys does not tell keeps its id.
    expect(await asked.findByText('payments, 7')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'History' })).toHaveTextContent(
      /production.*payments/,
    );
  });

  it('tells the course, with who did what, when and why', async () => {
    renderRequestPages({ mine: [failedRequest()] });

    const course = within(
      await screen.findByRole('region', { name: 'Course' }),
    );
    const steps = course.getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      expect.stringMatching(/^Draft \(done\).*guest/),
      expect.stringMatching(/^Waiting for a decision \(done\).*ann/),
      expect.stringMatching(/^Approved \(done\).*pat.*It is theirs/),
      expect.stringMatching(/^Being created \(done\).*the portal/),
      expect.stringMatching(/^Failed \(now\).*the portal/),
      expect.stringMatching(/^Being read for the first time \(to come\)$/),
      expect.stringMatching(/^Active \(to come\)$/),
    ]);
    expect(steps[4]).toHaveAttribute('aria-current', 'step');
  });

  it('says where nobody had to decide', async () => {
    const { at, actor } = APPROVED;
    renderRequestPages({
      mine: [
        failedRequest({
          decision: { approved: true, by: actor, direct: true, at },
        }),
      ],
    });
    const course = within(
      await screen.findByRole('region', { name: 'Course' }),
    );
    const [, submitted, approved] = course.getAllByRole('listitem');
    expect(approved).toHaveTextContent(/Approved.*Nobody had to decide/);
    expect(submitted).not.toHaveTextContent(/Nobody had to decide/);
  });

  it('keeps all that happened, with what was changed', async () => {
    renderRequestPages({ mine: [failedRequest()] });

    const history = within(
      await screen.findByRole('region', { name: 'History' }),
    );
    const [latest, , approved] = history
      .getAllByRole('listitem')
      .filter(item => within(item).queryByText(/·/));
    expect(latest).toHaveTextContent('AccessDenied: sts:AssumeRole');
    expect(approved).toHaveTextContent('Name checkout → checkout-prod');
    expect(approved).toHaveTextContent('Reason: It is theirs');
  });

  it('leads on with a draft', async () => {
    renderRequestPages({ mine: [connectorRequest()] });

    await press('Go on with the draft');

    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        `/qualys/requests/${REQUEST_ID}/edit`,
      ),
    );
  });

  it('offers nothing that may not be done', async () => {
    renderRequestPages({
      requests: [connectorRequest({ requester: 'user:default/ann', may: [] })],
    });

    expect(
      (await next()).getByText(/It is being written by/),
    ).toBeInTheDocument();
    expect((await next()).queryByRole('button')).not.toBeInTheDocument();
  });

  it('says what went wrong, and has it tried again', async () => {
    const { actOnConnectorRequest, toast } = renderRequestPages({
      mine: [failedRequest()],
    });
    actOnConnectorRequest.mockResolvedValue(
      connectorRequest({ state: 'provisioning', version: 'r6', may: [] }),
    );

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Qualys was not let into the account');
    expect(alert).toHaveTextContent('Check the trust policy of the role.');
    expect(alert).toHaveTextContent('Qualys said: AccessDenied');

    await press('Try again');
    await userEvent.click(
      (await dialog('Try again?')).getByRole('button', { name: 'Try again' }),
    );

    expect(
      await screen.findByText(/The connector is being created in Qualys/),
    ).toBeInTheDocument();
    expect(actOnConnectorRequest).toHaveBeenCalledWith(
      REQUEST_ID,
      'r5',
      'retry',
      {},
    );
    expect(toast).toHaveBeenCalledWith(
      expect.objectContaining({ status: 'success' }),
    );
    // The button is gone; whoever uses the keyboard is not lost.
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'checkout-prod', level: 2 }),
      ).toHaveFocus(),
    );
  });

  it('has the form for access at hand where the request waits for it', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      mine: [
        connectorRequest({
          state: 'awaitingAccess',
          may: ['giveAccess', 'cancel'],
        }),
      ],
    });
    actOnConnectorRequest.mockResolvedValue(
      connectorRequest({ state: 'provisioning', version: 'r2', may: [] }),
    );

    const form = within(
      await screen.findByRole('form', { name: 'What Qualys signs in with' }),
    );
    await userEvent.click(form.getByRole('textbox'));
    await userEvent.paste('arn:aws:iam::012345678901:role/Qualys');
    await userEvent.click(
      form.getByRole('button', { name: 'Hand over the role' }),
    );

    expect(
      await screen.findByText(/The connector is being created in Qualys/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('heading', { name: 'checkout-prod', level: 2 }),
      ).toHaveFocus(),
    );
  });

  describe('while a role is typed that can be given at once', () => {
    const ARN = 'arn:aws:iam::012345678901:role/Qualys';
    const begin = async (signals?: FakeSignals) => {
      const rendered = renderRequestPages({
        signals,
        mine: [
          connectorRequest({
            state: 'submitted',
            may: ['giveAccess', 'withdraw', 'cancel'],
          }),
        ],
      });
      await userEvent.click(
        await screen.findByText('Give at once what Qualys signs in with'),
      );
      const field = screen.getByLabelText(/^ARN of the role/);
      await userEvent.click(field);
      await userEvent.paste(ARN);
      return { ...rendered, field };
    };

    it('lets whoever types go on when it is approved', async () => {
      const signals = new FakeSignals();
      const { field, stored } = await begin(signals);
      stored.mine = [
        connectorRequest({
          state: 'awaitingAccess',
          version: 'r3',
          may: ['giveAccess', 'cancel'],
        }),
      ];
      await act(async () =>
        signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID }),
      );
      expect(
        await screen.findByText('Give what Qualys signs in with'),
      ).toBeInTheDocument();
      expect(screen.getByLabelText(/^ARN of the role/)).toBe(field);
      expect(field).toHaveFocus();
      expect(field).toHaveValue(ARN);
      expect(field.closest('details')).toHaveAttribute('open');
    });

    it('says that it is not handed over when it is cancelled', async () => {
      const signals = new FakeSignals();
      const { stored, toast } = await begin(signals);
      stored.mine = [
        connectorRequest({ state: 'cancelled', version: 'r3', may: [] }),
      ];
      await act(async () =>
        signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID }),
      );
      await waitFor(() =>
        expect(toast).toHaveBeenCalledWith(
          expect.objectContaining({
            title: 'The role that you entered was not handed over.',
          }),
        ),
      );
    });

    it('leaves the focus where it is once it is given', async () => {
      const { actOnConnectorRequest, toast } = await begin();
      actOnConnectorRequest.mockResolvedValue(
        connectorRequest({
          state: 'submitted',
          version: 'r3',
          may: ['giveAccess', 'withdraw', 'cancel'],
          access: { arn: ARN, keyHeld: false },
        }),
      );
      await press('Hand over the role');
      expect(
        await screen.findByText('The role is handed over'),
      ).toBeInTheDocument();
      expect(toast).toHaveBeenCalledWith(
        expect.objectContaining({ title: 'The role is handed over.' }),
      );
      expect(
        screen.getByRole('button', { name: 'Hand over the role' }),
      ).toHaveFocus();
    });
  });

  it('says why it does not move, and when the portal looks again', async () => {
    renderRequestPages({
      mine: [
        connectorRequest({
          state: 'provisioning',
          may: [],
          problem: {
            message: 'Qualys limits the calls of the account.',
            retryAt: new Date(Date.now() + 3_600_000).toISOString(),
          },
        }),
      ],
    });

    expect(await screen.findByText('Why it does not move')).toBeInTheDocument();
    expect(screen.getByText(/The portal looks again/)).toHaveTextContent(
      /in (1 hour|59 minutes|60 minutes)/,
    );
  });

  it('says before it is cancelled that a connector stays in Qualys', async () => {
    const { actOnConnectorRequest } = renderRequestPages({
      mine: [failedRequest({ connector: { assetManagementId: '77' } })],
    });
    actOnConnectorRequest.mockResolvedValue(
      failedRequest({ state: 'cancelled', version: 'r6', may: [] }),
    );

    await press('Cancel the request');
    const asked = await dialog('Cancel the request?');
    expect(
      asked.getByText(/The connector is in Qualys already, and stays there/),
    ).toBeInTheDocument();
    await userEvent.type(asked.getByLabelText(/^Reason/), 'Not needed');
    await userEvent.click(
      asked.getByRole('button', { name: 'Cancel the request' }),
    );

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(actOnConnectorRequest).toHaveBeenCalledWith(
      REQUEST_ID,
      'r5',
      'cancel',
      { reason: 'Not needed' },
    );
    // It can be asked for anew, with what is known of it.
    await press('Ask for a connector');
    await waitFor(() =>
      expect(screen.getByTestId('address')).toHaveTextContent(
        '/qualys/requests/new?subscription=main&provider=AWS',
      ),
    );
  });

  it('leads to the connector once it is active', async () => {
    renderRequestPages({
      mine: [
        connectorRequest({
          state: 'active',
          may: [],
          connector: { id: 'c1', entityRef: 'resource:default/aws-1' },
        }),
      ],
    });

    expect(
      (await next()).getByRole('link', { name: 'checkout-prod' }),
    ).toHaveAttribute('href', '/catalog/default/resource/aws-1');
  });

  it('follows a request when the portal tells of it, and of no other', async () => {
    const signals = new FakeSignals();
    const { stored, getConnectorRequest } = renderRequestPages({
      signals,
      mine: [connectorRequest({ state: 'submitted', may: ['withdraw'] })],
    });
    await screen.findByText(/It waits for somebody to decide/);

    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: 'another' }),
    );
    expect(getConnectorRequest).toHaveBeenCalledTimes(1);

    stored.mine = [
      connectorRequest({ state: 'approved', version: 'r3', may: [] }),
    ];
    await act(async () => {
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID });
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: 'another' });
    });
    expect(await screen.findByText(/waits for its turn/)).toBeInTheDocument();
  });

  it.each([
    ['notFound', 404, 'There is no such request, or not for you'],
    ['permission', 403, /qualys\.request\.read/],
    ['internal', 500, 'It broke.'],
  ] as const)('says what is the matter: %s', async (code, status, text) => {
    renderRequestPages({
      api: {
        getConnectorRequest: async () => {
          throw new QualysApiError('It broke.', { code, status });
        },
      },
    });

    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Back to the requests' }),
    ).toHaveAttribute('href', '/qualys/requests');
  });

  it('keeps what is known when it cannot be read again', async () => {
    const signals = new FakeSignals();
    const { getConnectorRequest } = renderRequestPages({
      signals,
      mine: [connectorRequest()],
    });
    await next();
    getConnectorRequest.mockRejectedValue(
      new QualysApiError('Gone for now.', { code: 'unavailable', status: 503 }),
    );
    await act(async () =>
      signals.publish(QUALYS_REQUESTS_CHANNEL, { id: REQUEST_ID }),
    );

    expect(await screen.findByText('Gone for now.')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Go on with the draft' }),
    ).toBeInTheDocument();
  });
});

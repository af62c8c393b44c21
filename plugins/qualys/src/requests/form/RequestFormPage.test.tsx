import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QualysApiError } from '../../api';
import {
  connectorRequest,
  requestChoices,
  requestFindings,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import {
  address,
  fill,
  goOn,
  renderRequestForm,
} from '../../__testUtils__/requestForm';
import { press } from '../../__testUtils__/s3Dialog';

const EDIT = `/qualys/requests/${REQUEST_ID}/edit`;

async function choose(field: RegExp, option: string) {
  await userEvent.selectOptions(await screen.findByLabelText(field), option);
}

async function fillWhat() {
  await fill(/^AWS account/, '0123-4567-8901');
  await fill(/^Name/, 'checkout-prod');
  await choose(/^Owner/, 'payments');
  await fill(/^Purpose/, 'The checkout runs in it.');
}

describe('RequestFormPage', () => {
  it('leads from the cloud to the submitted request, and keeps a draft on the way', async () => {
    const calls = renderRequestForm({
      at: '/qualys/requests/new?entity=component:default/checkout',
    });
    await choose(/^Qualys subscription/, 'Main subscription');
    await choose(/^Cloud/, 'AWS');
    await goOn('What, and for whom');
    expect(await screen.findByLabelText(/^Asked for/)).toHaveValue(
      'component:default/checkout',
    );
    await fillWhat();
    await goOn('Settings');

    expect(calls.createConnectorRequest).toHaveBeenCalledTimes(1);
    expect(calls.createConnectorRequest.mock.calls[0][0]).toEqual({
      subscription: 'main',
      provider: 'AWS',
      settings: {
        account: '012345678901',
        partition: 'aws',
        name: 'checkout-prod',
        owner: 'group:default/payments',
        entityRef: 'component:default/checkout',
        purpose: 'The checkout runs in it.',
        remediationEnabled: false,
      },
      idempotencyKey: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(address()).toBe(`${EDIT}?step=settings`);
    expect(calls.getConnectorRequest).not.toHaveBeenCalled();

    await choose(/^Read$/, 'Only some regions');
    await userEvent.click(screen.getByRole('checkbox', { name: 'eu-west-1' }));
    await fill(/^Other regions/, 'eu-central-9');
    await goOn('Access for Qualys');
    expect(calls.saveConnectorRequest).toHaveBeenLastCalledWith(
      REQUEST_ID,
      expect.any(String),
      {
        settings: expect.objectContaining({
          regions: ['eu-west-1', 'eu-central-9'],
        }),
      },
    );
    const saved = await calls.saveConnectorRequest.mock.results.at(-1)!.value;

    await press('Go on to the review');
    const review = await screen.findByRole('listitem', { current: 'step' });
    expect(review).toHaveTextContent(/012345678901/);
    expect(review).toHaveTextContent(/eu-west-1, eu-central-9/);
    expect(review).toHaveTextContent(/Every 4 hours/);
    expect(
      screen.queryByRole('button', { name: 'Create without asking' }),
    ).not.toBeInTheDocument();
    await press('Submit the request');

    await screen.findByText('Another page');
    expect(address()).toBe(`/qualys/requests/${REQUEST_ID}`);
    expect(calls.actOnConnectorRequest).toHaveBeenCalledWith(
      REQUEST_ID,
      saved.version,
      'submit',
      { direct: false },
    );
    expect(calls.toast).toHaveBeenCalledWith(
      expect.objectContaining({ title: expect.stringMatching(/^Submitted/) }),
    );
  });

  it('lets who may create without asking', async () => {
    const calls = renderRequestForm({
      at: `${EDIT}?step=review`,
      draft: connectorRequest(),
      choices: requestChoices({ mayCreateDirectly: true }),
    });
    await press('Create without asking');
    await screen.findByText('Another page');
    expect(calls.actOnConnectorRequest).toHaveBeenCalledWith(
      REQUEST_ID,
      'r1',
      'submit',
      { direct: true },
    );
  });

  it('says at the fields what is wrong, and leads to the first of them', async () => {
    renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=AZURE&step=what',
    });
    await fill(/^Directory/, 'no-uuid');
    await press('Next');
    const account = screen.getByLabelText(/^Azure subscription/);
    await waitFor(() => expect(account).toHaveFocus());
    expect(account).toHaveAccessibleDescription(/must/);
    expect(screen.getByLabelText(/^Directory/)).toHaveAccessibleDescription(
      /must/,
    );
    expect(screen.getByLabelText(/^Purpose/)).toHaveAccessibleDescription(
      /must say what it is for/,
    );
    expect(screen.queryByLabelText(/^Partition/)).not.toBeInTheDocument();
  });

  it('tells while it is typed what it would collide with, and what the portal refuses', async () => {
    const { checkConnectorRequest } = renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=AWS&step=what',
      findings: requestFindings({
        problems: [{ path: 'settings.account', message: 'is not ours' }],
        conflicts: [
          { kind: 'nameTaken', request: { id: '7', name: 'checkout-prod' } },
        ],
      }),
    });
    await fillWhat();
    const name = screen.getByLabelText(/^Name/);
    await waitFor(() =>
      expect(name).toHaveAccessibleDescription(
        /The name is taken: checkout-prod has it/,
      ),
    );
    const account = screen.getByLabelText(/^AWS account/);
    await waitFor(() =>
      expect(account).toHaveAccessibleDescription(/is not ours/),
    );
    expect(checkConnectorRequest.mock.lastCall![0]).toMatchObject({
      subscription: 'main',
      provider: 'AWS',
      settings: { name: 'checkout-prod', account: '012345678901' },
    });

    // Of another name nothing is said until it is checked.
    await userEvent.type(name, '-2');
    expect(name).not.toHaveAccessibleDescription(/The name is taken/);
    await press('Next');
    await waitFor(() => expect(account).toHaveFocus());
  });

  it('shows only what the creating API takes', async () => {
    renderRequestForm({
      at: `${EDIT}?step=settings`,
      draft: connectorRequest({
        subscription: 'old',
        createThrough: 'cloudView',
      }),
    });
    expect(await screen.findByLabelText(/^Hours/)).toBeInTheDocument();
    expect(
      screen.getByRole('checkbox', {
        name: 'Let Qualys change cloud resources',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByLabelText(/^Read$/)).not.toBeInTheDocument();
    expect(screen.queryByText('Perimeter scan')).not.toBeInTheDocument();
  });

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
    expect(screen.getByRole('checkbox', { name: 'eu-west-1' })).toBeChecked();
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Let Qualys change cloud resources',
      }),
    );
    expect(
      screen.getByText(
        /For subscribers of Cloud Security Assessment only. Qualys may/,
      ),
    ).toBeInTheDocument();
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
    await fill(/^Name/, 'checkout-2');
    await press('Next');
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
    await fill(/^Name/, 'checkout-2');
    await press('Next');
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

  it.each([
    ['You are in no group', { owners: [] }],
    ['There is nothing to ask for', { subscriptions: [] }],
  ])('says so where it is of no use: %s', async (title, choices) => {
    renderRequestForm({ choices: requestChoices(choices) });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Next' }),
    ).not.toBeInTheDocument();
  });

  it('says how keys are configured where the portal cannot hold any', async () => {
    renderRequestForm({
      at: '/qualys/requests/new?subscription=main&provider=GCP',
      choices: requestChoices({ holdsKeys: false }),
    });
    expect(
      await screen.findByText('qualys.requests.encryption.keys'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
    await choose(/^Cloud/, 'AWS');
    expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
  });

  it('takes the permission to ask', async () => {
    renderRequestForm({ denied: ['qualys.request.create'] });
    expect(
      await screen.findByText('qualys.request.create'),
    ).toBeInTheDocument();
  });

  it('says why it cannot be opened, and tries again', async () => {
    const getConnectorRequestChoices = jest
      .fn()
      .mockRejectedValueOnce(
        new QualysApiError('Down.', { code: 'unavailable', status: 503 }),
      )
      .mockResolvedValue(requestChoices());
    renderRequestForm({ api: { getConnectorRequestChoices } });
    await press('Try again');
    expect(
      await screen.findByLabelText(/^Qualys subscription/),
    ).toBeInTheDocument();
  });

  it('opens no request that is a draft no more', async () => {
    renderRequestForm({
      at: EDIT,
      draft: connectorRequest({ state: 'submitted', may: ['withdraw'] }),
    });
    expect(
      await screen.findByText(/Its state is: Waiting for a decision/),
    ).toBeInTheDocument();
  });

  it('takes the role on the way, and submits the request with it', async () => {
    const arn = 'arn:aws:iam::012345678901:role/QualysConnector';
    const calls = renderRequestForm({
      at: `${EDIT}?step=access`,
      draft: connectorRequest(),
    });
    await fill(/^ARN of the role/, arn);
    await press('Hand over the role');
    await waitFor(() =>
      expect(calls.actOnConnectorRequest).toHaveBeenCalledWith(
        REQUEST_ID,
        'r1',
        'access',
        { arn },
      ),
    );
    await press('Go on to the review');
    const review = await screen.findByRole('listitem', { current: 'step' });
    expect(
      within(review).getByText('The role is handed over already.'),
    ).toBeInTheDocument();
    await press('Submit the request');
    await screen.findByText('Another page');
    expect(calls.actOnConnectorRequest).toHaveBeenLastCalledWith(
      REQUEST_ID,
      'r2',
      'submit',
      { direct: false },
    );
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { RequestFindings } from 'backstage-plugin-qualys-common';
import { press } from '../../__testUtils__/dialogs';
import {
  connectorRequest,
  requestChoices,
  requestFindings,
  REQUEST_ID,
} from '../../__testUtils__/requestFixtures';
import {
  address,
  choose,
  EDIT,
  fill,
  fillWhat,
  goOn,
  renderRequestForm,
} from '../../__testUtils__/requestForm';

describe('RequestGuide', () => {
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
    await userEvent.click(screen.getByLabelText('eu-west-1'));
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
    // Whoever has no application can make one before its ids are asked for.
    expect(
      screen.getByText('How to register the application'),
    ).toBeInTheDocument();
    expect(screen.getByText(/“New registration”/)).toBeInTheDocument();
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

  it('lets nobody submit under a name that is taken, and leads to it', async () => {
    const conflicts: RequestFindings['conflicts'] = [
      { kind: 'nameTaken', request: { id: '7', name: 'checkout-prod' } },
      { kind: 'accountConnected' },
    ];
    const calls = renderRequestForm({
      at: `${EDIT}?step=review`,
      draft: connectorRequest(),
      findings: requestFindings({ conflicts }),
    });
    const review = await screen.findByRole('listitem', { current: 'step' });
    expect(
      await within(review).findByText(/Go back to the steps/),
    ).toBeInTheDocument();
    // What can be submitted all the same is no more than told.
    expect(
      within(review).getByText(/The account has a connector already/),
    ).toBeInTheDocument();
    expect(within(review).queryByText(/The name is taken/)).toBeNull();
    await press('Submit the request');
    const name = await screen.findByLabelText(/^Name/);
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription(
      /Choose a name that is not taken.*checkout-prod has it/,
    );
    expect(calls.actOnConnectorRequest).not.toHaveBeenCalled();
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

  describe('with a role that is typed and not handed over', () => {
    const ARN = 'arn:aws:iam::012345678901:role/QualysConnector';
    const given = () => ['access', { arn: ARN }];

    it('hands it over before it goes on', async () => {
      const calls = renderRequestForm({
        at: `${EDIT}?step=access`,
        draft: connectorRequest(),
      });
      await fill(/^ARN of the role/, ARN);
      await press('Go on to the review');
      expect(
        await screen.findByText('The role is handed over already.'),
      ).toBeInTheDocument();
      expect(calls.actOnConnectorRequest.mock.calls).toEqual([
        [REQUEST_ID, 'r1', ...given()],
      ]);
      expect(calls.toast).toHaveBeenCalledWith(
        expect.objectContaining({ title: 'The role is handed over.' }),
      );
    });

    it.each(['Go on to the review', 'Save and leave'])(
      'says what is wrong with it, and does not “%s” before that',
      async button => {
        const calls = renderRequestForm({
          at: `${EDIT}?step=access`,
          draft: connectorRequest(),
        });
        const other = 'arn:aws:iam::999999999999:role/Other';
        await fill(/^ARN of the role/, other);
        await press(button);
        const field = screen.getByLabelText(/^ARN of the role/);
        await waitFor(() => expect(field).toHaveFocus());
        expect(field).toHaveValue(other);
        expect(field).toHaveAccessibleDescription(/in the account/);
        expect(calls.actOnConnectorRequest).not.toHaveBeenCalled();

        // Nobody has to hand over anything now.
        await userEvent.clear(field);
        await press(button);
        expect(
          await screen.findByText(/is made and handed over once|Another page/),
        ).toBeInTheDocument();
        expect(calls.actOnConnectorRequest).not.toHaveBeenCalled();
      },
    );

    it('keeps it while somebody looks at the steps before', async () => {
      renderRequestForm({
        at: `${EDIT}?step=access`,
        draft: connectorRequest(),
      });
      await fill(/^ARN of the role/, ARN);
      await press('Back');
      await goOn('Access for Qualys');
      expect(screen.getByLabelText(/^ARN of the role/)).toHaveValue(ARN);
    });

    it('says so when the form is left', async () => {
      const calls = renderRequestForm({
        at: `${EDIT}?step=access`,
        draft: connectorRequest(),
      });
      await fill(/^ARN of the role/, ARN);
      await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
      await screen.findByText('Another page');
      expect(calls.toast).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'The role that you entered was not handed over.',
        }),
      );
    });
  });

  it('leads nobody back who has gone on to something else', async () => {
    let release: () => void = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    const calls = renderRequestForm({
      at: `${EDIT}?step=review`,
      draft: connectorRequest(),
      api: {
        actOnConnectorRequest: async () => {
          await released;
          return connectorRequest({ state: 'submitted', version: 'r2' });
        },
      },
    });
    await press('Submit the request');
    await screen.findByRole('button', { name: 'Submitting…' });
    await userEvent.click(screen.getByRole('link', { name: 'Leave' }));
    await screen.findByText('Another page');
    release();
    await waitFor(() =>
      expect(calls.toast).toHaveBeenCalledWith(
        expect.objectContaining({ title: expect.stringMatching(/^Submitted/) }),
      ),
    );
    expect(address()).toBe('/elsewhere');
  });
});

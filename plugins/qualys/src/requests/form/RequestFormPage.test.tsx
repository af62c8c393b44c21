import { screen } from '@testing-library/react';
import { QualysApiError } from '../../api';
import { press } from '../../__testUtils__/dialogs';
import {
  connectorRequest,
  requestChoices,
} from '../../__testUtils__/requestFixtures';
import {
  choose,
  EDIT,
  renderRequestForm,
} from '../../__testUtils__/requestForm';

describe('RequestFormPage', () => {
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
});

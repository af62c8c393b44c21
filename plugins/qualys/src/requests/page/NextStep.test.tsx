import { screen, within } from '@testing-library/react';
import {
  connectorRequest,
  requestChoices,
} from '../../__testUtils__/requestFixtures';
import {
  renderRequestPages,
  submittedRequest,
} from '../../__testUtils__/requestPages';

describe('the page of a request, for who may ask for none', () => {
  const denied = ['qualys.request.create'];

  it('says that the portal cannot hold the key that they would give', async () => {
    renderRequestPages({
      denied,
      requests: [
        connectorRequest({
          provider: 'AZURE',
          state: 'awaitingAccess',
          requester: 'user:default/ann',
          may: ['giveAccess', 'cancel'],
        }),
      ],
      api: {
        getConnectorRequestChoices: async () =>
          requestChoices({ holdsKeys: false }),
      },
    });

    expect(
      await screen.findByText('qualys.requests.encryption.keys'),
    ).toBeInTheDocument();
  });

  it('calls the subscription by its name where they only decide', async () => {
    const getConnectorRequestChoices = jest.fn(async () => requestChoices());
    renderRequestPages({
      denied,
      requests: [submittedRequest()],
      api: { getConnectorRequestChoices },
    });

    const asked = within(
      await screen.findByRole('region', { name: 'What is asked for' }),
    );
    expect(await asked.findByText('Main subscription')).toBeInTheDocument();
    expect(getConnectorRequestChoices).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing that they may not see, where they only look', async () => {
    const getConnectorRequestChoices = jest.fn(async () => requestChoices());
    renderRequestPages({
      denied,
      requests: [submittedRequest({ may: [] })],
      api: { getConnectorRequestChoices },
    });

    const asked = within(
      await screen.findByRole('region', { name: 'What is asked for' }),
    );
    expect(asked.getByText('main')).toBeInTheDocument();
    expect(getConnectorRequestChoices).not.toHaveBeenCalled();
  });
});

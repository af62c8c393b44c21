import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import { heldBackList } from '../__testUtils__/fixtures';

const { api, backend } = setupClientApi();

describe('the API of removals', () => {
  it('asks for what is held back, and sends a decision about it once', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        ...heldBackList(),
        subscription: 'main',
        provider: 'AWS',
        connectors: 2,
      }),
    );

    await api.listHeldBack('main', { provider: 'AWS', cursor: undefined });
    await api.decideRemoval('main', 'dismiss', {
      provider: 'AWS',
      version: 'v1',
    });

    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/subscriptions/main/removals?provider=AWS',
        body: '',
      },
      {
        method: 'POST',
        url: '/subscriptions/main/removals/dismiss',
        body: '{"provider":"AWS","version":"v1"}',
      },
    ]);
  });
});

import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import { status } from '../__testUtils__/fixtures';
import { callHistory } from '../__testUtils__/platformFixtures';

const { api, backend } = setupClientApi();

describe('the API of the status', () => {
  it('asks for the status, and for the calls of some hours', async () => {
    const requests = backend(() =>
      HttpResponse.json({ ...status(), ...callHistory() }),
    );

    await api.getStatus();
    const { items } = await api.getCallHistory({ hours: 24 });

    expect(items).toHaveLength(1);
    expect(requests.map(({ url }) => url)).toEqual([
      '/status',
      '/calls?hours=24',
    ]);
  });

  it('sends a wish for a sync once', async () => {
    const requests = backend(() =>
      HttpResponse.json({ subscription: 'main', alreadyRunning: true }),
    );

    const { alreadyRunning } = await api.startSync('main');

    expect(alreadyRunning).toBe(true);
    expect(requests).toEqual([
      { method: 'POST', url: '/subscriptions/main/sync', body: '{}' },
    ]);
  });
});

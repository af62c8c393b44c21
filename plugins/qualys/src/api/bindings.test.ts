import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import { claim, summary } from '../__testUtils__/fixtures';

const { api, backend } = setupClientApi();

describe('the API of bindings', () => {
  it('asks for all that is bound to an entity, with every part encoded', async () => {
    const requests = backend(() => HttpResponse.json(summary()));

    const answer = await api.getEntitySummary({
      kind: 'Component',
      namespace: '../secret',
      name: 'a b?c=d#e',
    });

    expect(answer.entityRef).toBe('component:default/checkout');
    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/entities/Component/..%2Fsecret/a%20b%3Fc%3Dd%23e',
        body: '',
      },
    ]);
  });

  it('asks for claims, and sends a decision about one once', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        ...claim(),
        items: [],
        totalItems: 0,
        truncated: false,
      }),
    );

    await api.listBindings({ state: 'open' });
    await api.decideBinding('claim/1', 'accept', { reason: 'ours' });

    expect(requests).toEqual([
      { method: 'GET', url: '/bindings?state=open', body: '' },
      {
        method: 'POST',
        url: '/bindings/claim%2F1/accept',
        body: '{"reason":"ours"}',
      },
    ]);
  });
});

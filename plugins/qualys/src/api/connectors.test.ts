import { HttpResponse } from 'msw';
import { setupClientApi } from '../__testUtils__/clientApi';
import { ownership } from '../__testUtils__/platformFixtures';

const { api, backend } = setupClientApi();

describe('the API of connectors', () => {
  it('asks for connectors with only those filters that are set', async () => {
    const requests = backend(() =>
      HttpResponse.json({ items: [], totalItems: 0 }),
    );

    await api.listConnectors({
      owner: 'group:default/a&b',
      q: '',
      state: undefined,
      limit: 20,
    });

    expect(requests[0].url).toBe(
      '/connectors?owner=group%3Adefault%2Fa%26b&limit=20',
    );
  });

  it('asks for a connector’s errors', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        items: [],
        totalItems: 0,
        truncated: false,
        asOf: '2026-03-01T10:00:00.000Z',
      }),
    );

    await api.getEntityConnectorErrors(
      { kind: 'component', namespace: 'default', name: 'x' },
      { subscription: 'main', id: 'a/b' },
    );

    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/component/default/x/connectors/main/a%2Fb/errors',
    ]);
  });

  it('asks page by page for what happened to a connector and for what an entity owns', async () => {
    const requests = backend(() =>
      HttpResponse.json({
        items: [],
        keptDays: 90,
        totalItems: 0,
        withheld: 2,
        nextCursor: 'more',
      }),
    );

    const history = await api.getEntityConnectorHistory(
      { kind: 'component', namespace: 'default', name: 'x' },
      { subscription: 'main', id: 'a/b' },
      { cursor: 'c&d', limit: 10 },
    );
    const owned = await api.getOwnedConnectors(
      { kind: 'group', namespace: 'default', name: 'payments' },
      { limit: 20 },
    );

    expect(history).toEqual({ items: [], keptDays: 90, nextCursor: 'more' });
    expect(owned.withheld).toBe(2);
    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/component/default/x/connectors/main/a%2Fb/history?cursor=c%26d&limit=10',
      '/entities/group/default/payments/owned-connectors?limit=20',
    ]);
  });

  it('asks what a connector is bound to', async () => {
    const requests = backend(() =>
      HttpResponse.json({ items: [{ entityRef: 'component:default/x' }] }),
    );

    const { items } = await api.getBoundEntities(
      { kind: 'resource', namespace: 'default', name: 'aws-1' },
      { subscription: 'main', id: 'a/b' },
    );

    expect(items).toEqual([{ entityRef: 'component:default/x' }]);
    expect(requests.map(({ url }) => url)).toEqual([
      '/entities/resource/default/aws-1/connectors/main/a%2Fb/bound-entities',
    ]);
  });

  it('asks which rule owns what', async () => {
    const requests = backend(() => HttpResponse.json(ownership()));

    const { rules } = await api.getOwnership();

    expect(rules).toHaveLength(2);
    expect(requests.map(({ url }) => url)).toEqual(['/ownership']);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createRootReader, locationsOf } from '.';

function entity(
  kind: string,
  name: string,
  rest: { annotations?: Record<string, string>; spec?: Entity['spec'] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: rest.annotations,
    },
    spec: rest.spec,
  };
}

const location = (spec: Entity['spec']) => entity('Location', 'root', { spec });

describe('createRootReader', () => {
  const read = (items: { entity: Entity; parentEntityRefs: string[] }[]) =>
    createRootReader({
      auth: mockServices.auth(),
      catalog: {
        getEntityAncestors: async ({ entityRef }) => ({
          rootEntityRef: entityRef,
          items,
        }),
      },
    })('component:default/checkout');
  const checkout = entity('Component', 'checkout');
  const root = location({ type: 'url', target: 'https://git.example/a.yaml' });

  it('finds the entity itself when a provider gave it', async () => {
    expect(await read([{ entity: checkout, parentEntityRefs: [] }])).toEqual([
      checkout,
    ]);
  });

  it('finds what the entity was read from at first', async () => {
    const between = entity('Location', 'between');
    expect(
      await read([
        { entity: checkout, parentEntityRefs: ['location:default/between'] },
        { entity: between, parentEntityRefs: ['location:default/root'] },
        { entity: root, parentEntityRefs: [] },
      ]),
    ).toEqual([root]);
  });

  it('knows no root of an orphan, of a circle, or of another entity', async () => {
    const orphan = entity('Component', 'checkout', {
      annotations: { 'backstage.io/orphan': 'true' },
    });
    expect(
      await read([{ entity: orphan, parentEntityRefs: [] }]),
    ).toBeUndefined();
    expect(
      await read([
        { entity: checkout, parentEntityRefs: ['component:default/checkout'] },
      ]),
    ).toBeUndefined();
    expect(
      await read([{ entity: root, parentEntityRefs: [] }]),
    ).toBeUndefined();
  });
});

describe('locationsOf', () => {
  it('names every target', () => {
    expect(
      locationsOf(
        location({
          type: 'url',
          target: 'https://git.example/org/a.yaml',
          targets: ['https://git.example/org/blob/main/*/b.yaml?x=1'],
        }),
      ),
    ).toEqual([
      'url:https://git.example/org/a.yaml',
      'url:https://git.example/org/blob/main/*/b.yaml?x=1',
    ]);
    expect(
      locationsOf(location({ type: 'file', target: '../org.yaml' })),
    ).toEqual(['file:../org.yaml']);
  });

  it.each([
    ['https://git.example/org/../evil/a.yaml'],
    ['https://git.example/org/%2e%2e/evil/a.yaml'],
    ['https://git.example/org/..%2fevil/a.yaml'],
    ['https://git.example\\@evil.example/a.yaml'],
    ['https://git.example@evil.example/org/a.yaml'],
    ['not a url'],
  ])('does not trust %s', target => {
    expect(locationsOf(location({ type: 'url', target }))).toBeUndefined();
    expect(
      locationsOf(
        location({ type: 'url', targets: ['https://git.example/a', target] }),
      ),
    ).toBeUndefined();
  });

  it('knows nothing of what is no location, or has no type or target', () => {
    expect(locationsOf(entity('Component', 'a'))).toBeUndefined();
    expect(locationsOf(location({ target: 'https://a.example/' }))).toBe(
      undefined,
    );
    expect(locationsOf(location({ type: 'url' }))).toBeUndefined();
  });
});

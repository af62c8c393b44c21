import { mockServices } from '@backstage/backend-test-utils';
import {
  entityEnvelopeSchemaValidator,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ConnectorTransformer } from 'backstage-plugin-qualys-node';
import fc from 'fast-check';
import { mirroredConnector } from '../__testUtils__';
import { createEntityCollector } from './collector';

const ID = '5f0c9f04-8d2f-4c1b-9a58-6d6f2b7f3a11';

function convert(
  connectors: ReturnType<typeof mirroredConnector>[],
  options: {
    transformer?: ConnectorTransformer;
    link?: () => string | undefined;
    logger?: ReturnType<typeof mockServices.logger.mock>;
  } = {},
) {
  const collector = createEntityCollector({
    fallbackOwner: 'group:default/unowned',
    link: () => undefined,
    logger: mockServices.logger.mock(),
    ...options,
  });
  return collector.add(connectors).then(() => ({
    entities: collector.entities.map(({ entity }) => entity),
    skipped: collector.skipped.size,
    leftOut: collector.leftOut.size,
    mayPass: collector.mayPass,
    skippedEntities: [...collector.skipped.values()],
  }));
}

function withMetadata(metadata: object) {
  return (entity: Entity) => ({
    ...entity,
    metadata: { ...entity.metadata, ...metadata },
  });
}

describe('createEntityCollector', () => {
  it('describes what a connector is and whose it is', async () => {
    const connector = mirroredConnector({
      id: ID,
      owner: 'group:default/payments',
    });

    const { entities } = await convert([connector], {
      link: () => 'https://qualys.example/connectors/aws/1',
    });

    expect(entities).toEqual([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          namespace: 'default',
          name: parseEntityRef(connector.entityRef).name,
          title: 'Payments production',
          description: 'Reads the payments account',
          annotations: {
            'backstage.io/managed-by-location': 'qualys:main',
            'backstage.io/managed-by-origin-location': 'qualys:main',
            'backstage.io/view-url': 'https://qualys.example/connectors/aws/1',
            'amazonaws.com/account-id': '012345678901',
            'qualys.com/subscription': 'main',
            'qualys.com/connector-id': ID,
            'qualys.com/cloud-provider': 'AWS',
          },
          tags: ['aws'],
        },
        spec: { type: 'cloud-connector', owner: 'group:default/payments' },
      },
    ]);
  });

  it('gives it a system, labels and the tags of Qualys', async () => {
    const { entities } = await convert([
      {
        ...mirroredConnector({ id: ID }),
        system: 'system:default/shop',
        labels: { 'example.com/lifecycle': 'production' },
        assetManagement: {
          id: '1',
          updatable: true,
          seenAt: '',
          defaultTags: [
            { id: '2', name: 'Team B' },
            { id: '1', name: '<Team A>' },
            { id: '3' },
            { id: '4', name: 'team b' },
          ],
        },
      },
    ]);
    expect(entities[0]).toMatchObject({
      metadata: {
        labels: { 'example.com/lifecycle': 'production' },
        tags: ['aws', 'team-a', 'team-b'],
      },
      spec: { system: 'system:default/shop' },
    });
  });

  it('gives connectors that nobody owns to the fallback owner', async () => {
    const { entities } = await convert([mirroredConnector({ id: ID })]);
    expect(entities[0].spec?.owner).toBe('group:default/unowned');
  });

  it('writes nothing that changes by itself', async () => {
    const before = mirroredConnector({ id: ID });
    const after = {
      ...before,
      state: 'error' as const,
      reportedState: 'ERROR',
      error: '50004',
      totalAssets: 77,
      lastSyncedOn: '2026-11-20T10:00:00.000Z',
      nextSyncedOn: '2026-11-20T14:00:00.000Z',
      lastSeen: '2026-11-20T11:00:00.000Z',
    };
    const [one, other] = await Promise.all([
      convert([before]),
      convert([after]),
    ]);
    expect(other.entities).toEqual(one.entities);
  });

  it.each([
    ['HTML', '<script>alert(1)</script>'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['10,000 characters', 'x'.repeat(10_000)],
    ['half a character', '\uD800'],
    ['nothing', ''],
  ])('makes a valid entity of a connector named with %s', async (_, name) => {
    const { entities, skipped } = await convert([
      mirroredConnector({ id: ID, name, description: name }),
    ]);
    expect(skipped).toBe(0);
    expect(entities).toHaveLength(1);
    expect(entities[0].metadata.title ?? 'none').not.toMatch(/\p{C}/u);
  });

  it('makes valid entities of whatever text a connector is made of', async () => {
    const validate = entityEnvelopeSchemaValidator();
    const text = fc.string({ unit: 'binary', maxLength: 100 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, description, account) => {
        const connector = mirroredConnector({
          id: ID,
          name,
          description,
          account,
        });
        const { entities, skipped } = await convert([connector]);
        expect(skipped).toBe(0);
        expect(() => validate(entities[0])).not.toThrow();
        expect(stringifyEntityRef(entities[0])).toBe(connector.entityRef);
      }),
    );
  });

  it('skips an odd connector, names it and keeps the others', async () => {
    const logger = mockServices.logger.mock();
    const good = mirroredConnector({ id: ID });
    const { entities, skipped } = await convert(
      [
        mirroredConnector({ id: 'new\nline' }),
        { ...mirroredConnector({ id: 'b' }), entityRef: 'no reference' },
        { ...mirroredConnector({ id: 'c' }), entityRef: 'user:default/admin' },
        mirroredConnector({ id: 'd', owner: 'a:b:c/d/e' }),
        good,
        good,
      ],
      { logger },
    );

    expect(entities).toHaveLength(1);
    expect(skipped).toBe(5);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('the connector "new\\nline" of the subscription'),
    );
  });

  describe('with a transformer', () => {
    const connectors = ['one', 'two', 'three'].map(id =>
      mirroredConnector({ id, name: id }),
    );

    it('takes what it returns, and leaves out what it does not', async () => {
      const { entities, leftOut } = await convert(connectors, {
        transformer: async (connector, entity) =>
          connector.name === 'two'
            ? undefined
            : { ...entity, spec: { ...entity.spec, system: 'cloud' } },
      });
      expect(entities.map(entity => entity.metadata.title)).toEqual([
        'one',
        'three',
      ]);
      expect(entities[0].spec?.system).toBe('cloud');
      expect(leftOut).toBe(1);
    });

    it('skips what it renames, spoils or throws at', async () => {
      const { entities, mayPass, skippedEntities } = await convert(connectors, {
        transformer: (connector, entity) => {
          if (connector.name === 'one') throw new Error('no');
          if (connector.name === 'two') {
            entity.metadata.name = 'mine';
            return entity;
          }
          return { ...entity, spec: { type: 'cloud-connector' } };
        },
      });
      expect(entities).toEqual([]);
      expect(skippedEntities).toMatchObject([
        { subscription: 'main', id: 'one', message: 'no' },
        { id: 'two', message: expect.stringContaining('not called') },
        { id: 'three' },
      ]);
      expect(mayPass).toBe(true);
    });

    it.each<[string, (entity: Entity) => unknown]>([
      ['nothing but a name', ({ metadata: { name } }) => ({ name })],
      ['no kind', ({ kind, ...rest }) => rest],
      ['another kind', entity => ({ ...entity, kind: 'Component' })],
      ['a field of its own', entity => ({ ...entity, owner: 'me' })],
      ['relations', entity => ({ ...entity, relations: [] })],
      ['an empty namespace', withMetadata({ namespace: '' })],
      ['a namespace in words', withMetadata({ namespace: 'my own' })],
      ['a name that is none', withMetadata({ name: 7 })],
      ['an empty title', withMetadata({ title: '' })],
      ['a number as description', withMetadata({ description: 1 })],
      ['a label that is none', withMetadata({ labels: { a: true } })],
      ['a label in words', withMetadata({ labels: { a: 'b c' } })],
      ['a nameless annotation', withMetadata({ annotations: { '/': 'a' } })],
      ['a numeric annotation', withMetadata({ annotations: { a: 1 } })],
      ['an empty tag', withMetadata({ tags: [''] })],
      ['a tag in words', withMetadata({ tags: ['My Tag'] })],
      ['a link to nowhere', withMetadata({ links: [{ title: 'a' }] })],
      ['a link that is none', withMetadata({ links: [{ url: 'a b' }] })],
      ['no spec', ({ spec, ...rest }) => rest],
      ['a list as spec', entity => ({ ...entity, spec: [] })],
    ])('skips what it gives %s', async (_, spoil) => {
      const { entities, skipped } = await convert(connectors, {
        transformer: (connector, entity) =>
          connector.name === 'two' ? (spoil(entity) as Entity) : entity,
      });
      expect(entities.map(({ metadata }) => metadata.title)).toEqual([
        'one',
        'three',
      ]);
      expect(skipped).toBe(1);
    });

    it('knows that what it spoils will not pass by itself', async () => {
      const { mayPass, skipped } = await convert(connectors, {
        transformer: (_, entity) => ({ ...entity, spec: {} }),
      });
      expect(skipped).toBe(3);
      expect(mayPass).toBe(false);
    });

    it('keeps saying which connector it is', async () => {
      const { entities } = await convert([connectors[0]], {
        transformer: (_, entity) => ({
          ...entity,
          metadata: {
            ...entity.metadata,
            annotations: { 'qualys.com/connector-id': 'another' },
          },
        }),
      });
      expect(entities[0].metadata.annotations).toMatchObject({
        'qualys.com/connector-id': 'one',
        'backstage.io/managed-by-origin-location': 'qualys:main',
      });
    });
  });
});

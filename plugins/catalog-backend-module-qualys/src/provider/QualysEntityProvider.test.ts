import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { ConnectorTransformer } from 'backstage-plugin-qualys-node';
import { toEntities } from '../entities';
import type { Snapshot } from '../snapshot';
import { mirroredConnector } from '../__testUtils__';
import { QualysEntityProvider } from './QualysEntityProvider';

const DAY = 24 * 60 * 60 * 1000;

async function setUp() {
  const logger = mockServices.logger.mock();
  const mutations: EntityProviderMutation[] = [];
  const state = {
    now: 0,
    reads: 0,
    error: undefined as Error | undefined,
    mutationError: undefined as Error | undefined,
    transformer: undefined as ConnectorTransformer | undefined,
    snapshot: {
      revision: 1,
      subscriptions: ['main'],
      pending: [],
      connectors: [mirroredConnector({ id: 'one' })],
    } as Snapshot,
  };
  const provider = new QualysEntityProvider({
    readSnapshot: async ({ isKnown }) => {
      if (state.error) throw state.error;
      if (isKnown(state.snapshot)) return undefined;
      state.reads += 1;
      return state.snapshot;
    },
    toEntities: connectors =>
      toEntities(connectors, {
        fallbackOwner: 'group:default/unowned',
        link: () => undefined,
        transformer: state.transformer,
        logger,
      }),
    taskRunner: { run: async () => {} },
    logger,
    now: () => state.now,
  });
  await provider.connect({
    applyMutation: async mutation => {
      if (state.mutationError) throw state.mutationError;
      mutations.push(mutation);
    },
    refresh: async () => {},
  });
  return { logger, mutations, provider, state };
}

describe('QualysEntityProvider', () => {
  it('hands everything over in one full mutation', async () => {
    const { mutations, provider } = await setUp();
    await provider.refresh();
    expect(mutations).toEqual([
      {
        type: 'full',
        entities: [
          {
            entity: expect.objectContaining({ kind: 'Resource' }),
            locationKey: 'qualys',
          },
        ],
      },
    ]);
  });

  it('hands nothing over while the revision stays, but does daily', async () => {
    const { mutations, provider, state } = await setUp();
    await provider.refresh();
    state.now = DAY - 1;
    await provider.refresh();
    expect(mutations).toHaveLength(1);
    state.now = DAY;
    await provider.refresh();
    expect(mutations).toHaveLength(2);
    state.snapshot = { ...state.snapshot, revision: 2 };
    await provider.refresh();
    expect(mutations).toHaveLength(3);
  });

  it('leaves the catalog alone when the mirror cannot be read', async () => {
    const { logger, mutations, provider, state } = await setUp();
    state.error = new Error('connection reset');
    await provider.refresh();
    expect(mutations).toEqual([]);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('connection reset'),
      state.error,
    );
  });

  it('tries again what the catalog did not take', async () => {
    const { mutations, provider, state } = await setUp();
    state.mutationError = new Error('database is gone');
    await provider.refresh();
    state.mutationError = undefined;
    await provider.refresh();
    expect(mutations).toHaveLength(1);
  });

  it('applies nothing before any subscription was read', async () => {
    const { mutations, provider, state } = await setUp();
    state.snapshot = {
      revision: 0,
      subscriptions: [],
      pending: [],
      connectors: [],
    };
    await provider.refresh();
    expect(mutations).toEqual([]);

    state.snapshot = { ...state.snapshot, subscriptions: ['main'] };
    await provider.refresh();
    expect(mutations).toEqual([{ type: 'full', entities: [] }]);
  });

  it('adds but does not remove while a subscription is still to be read', async () => {
    const { mutations, provider, state } = await setUp();
    const { snapshot } = state;
    state.snapshot = { ...snapshot, pending: ['other'] };
    await provider.refresh();
    await provider.refresh();
    expect(mutations).toEqual([
      expect.objectContaining({ type: 'delta', removed: [] }),
    ]);

    state.snapshot = snapshot;
    await provider.refresh();
    expect(mutations).toHaveLength(2);
    expect(mutations[1]).toMatchObject({ type: 'full' });
  });

  it('removes nothing when most connectors have no valid entity, and tries again', async () => {
    const { logger, mutations, provider, state } = await setUp();
    const named = (count: number) =>
      Array.from({ length: count }, (_, id) =>
        mirroredConnector({ id: `${id}` }),
      );
    state.snapshot = { ...state.snapshot, connectors: named(10) };
    state.transformer = ({ id }, entity) => {
      if (Number(id) < 4) throw new Error('the registry does not answer');
      return entity;
    };
    await provider.refresh();
    await provider.refresh();
    expect(mutations).toHaveLength(2);
    expect(mutations[1]).toMatchObject({ type: 'delta', removed: [] });
    expect(mutations[1]).toHaveProperty('added.length', 6);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('4 of 10 connectors'),
    );

    state.transformer = ({ id }, entity) => {
      if (Number(id) < 3) throw new Error('these few are bad');
      return entity;
    };
    await provider.refresh();
    await provider.refresh();
    expect(mutations).toHaveLength(3);
    expect(mutations[2]).toMatchObject({ type: 'full' });
    expect(mutations[2]).toHaveProperty('entities.length', 7);
  });

  it('stops without a word when it is told to', async () => {
    const { logger, mutations, provider } = await setUp();
    await provider.refresh(AbortSignal.abort());
    expect(mutations).toEqual([]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { CatalogReport } from 'backstage-plugin-qualys-common';
import type { ConnectorTransformer } from 'backstage-plugin-qualys-node';
import { createEntityCollector } from '../entities';
import { mirroredConnector } from '../__testUtils__';
import { QualysEntityProvider } from './QualysEntityProvider';

const DAY = 24 * 60 * 60 * 1000;

async function setUp() {
  const logger = mockServices.logger.mock();
  const mutations: EntityProviderMutation[] = [];
  const reports: CatalogReport[] = [];
  const state = {
    now: 0,
    asked: [] as number[],
    error: undefined as Error | undefined,
    mutationError: undefined as Error | undefined,
    transformer: undefined as ConnectorTransformer | undefined,
    /** What happens while a mutation is under way. */
    meanwhile: undefined as (() => void) | undefined,
    head: { revision: 1, subscriptions: ['main'], pending: [] as string[] },
    connectors: [mirroredConnector({ id: 'one' })],
    /** What has changed at each revision after the first. */
    changes: new Map<number, { changed?: string[]; removed?: string[] }>(),
    tooMany: false,
    gone: [] as string[],
    /** Who was said to be bringing the catalog to a snapshot. */
    applying: undefined as string | undefined,
  };
  const provider = new QualysEntityProvider({
    mirror: {
      async readSnapshot({ isKnown, collect }) {
        if (state.error) throw state.error;
        const head = { ...state.head, applying: state.applying };
        if (isKnown(head)) return undefined;
        const collected = collect();
        await collected.add(state.connectors);
        return { head, collected };
      },
      async readChanges(since) {
        if (state.error) throw state.error;
        state.asked.push(since);
        const { revision } = state.head;
        const of = [...state.changes].filter(([at]) => at > since);
        return {
          revision,
          tooMany: state.tooMany,
          changed: of.flatMap(([, { changed = [] }]) =>
            changed.map(id => mirroredConnector({ id })),
          ),
          removed: of.flatMap(([, { removed = [] }]) => removed.map(refOf)),
        };
      },
      readGone: async () => ({ removed: state.gone.map(refOf) }),
      async report(report) {
        reports.push(report);
      },
      async applying({ by, done }) {
        if (!done) state.applying = by;
        else if (state.applying === by) state.applying = undefined;
      },
    },
    collect: () =>
      createEntityCollector({
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
      state.meanwhile?.();
    },
    refresh: async () => {},
  });
  return { logger, mutations, provider, reports, state };
}

function refOf(id: string): string {
  return mirroredConnector({ id }).entityRef;
}

function named(count: number) {
  return Array.from({ length: count }, (_, id) =>
    mirroredConnector({ id: `${id}` }),
  );
}

// The ids of the connectors that a mutation adds, and of those that it removes.
function summary(mutation: EntityProviderMutation) {
  const added = mutation.type === 'full' ? mutation.entities : mutation.added;
  const removed = mutation.type === 'full' ? [] : mutation.removed;
  const known = new Map(
    [...named(20).map(({ id }) => id), 'one', 'two'].map(id => [refOf(id), id]),
  );
  return {
    type: mutation.type,
    added: added.map(
      ({ entity }) => entity.metadata.annotations?.['qualys.com/connector-id'],
    ),
    removed: removed.map(each =>
      'entityRef' in each ? known.get(each.entityRef) : undefined,
    ),
  };
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
    state.head.revision = 2;
    await provider.refresh();
    expect(mutations.map(({ type }) => type)).toEqual(['full', 'full', 'full']);
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
    state.head = { revision: 0, subscriptions: [], pending: [] };
    state.connectors = [];
    await provider.refresh();
    expect(mutations).toEqual([]);

    state.head.subscriptions = ['main'];
    await provider.refresh();
    expect(mutations).toEqual([{ type: 'full', entities: [] }]);
  });

  it('removes only what is known to have gone while a subscription is still to be read', async () => {
    const { mutations, provider, reports, state } = await setUp();
    state.head.pending = ['other'];
    state.gone = ['two'];
    await provider.refresh();
    await provider.refresh();
    expect(mutations.map(summary)).toEqual([
      { type: 'delta', added: ['one'], removed: ['two'] },
    ]);
    expect(reports.at(-1)?.keptBecause).toContain('other');

    state.head.pending = [];
    await provider.refresh();
    expect(mutations).toHaveLength(2);
    expect(mutations[1]).toMatchObject({ type: 'full' });
    expect(reports.at(-1)?.keptBecause).toBeUndefined();
  });

  it('says what the catalog made of the connectors', async () => {
    const { provider, reports, state } = await setUp();
    state.connectors = [...named(3), mirroredConnector({ id: 'new\nline' })];
    state.transformer = ({ id }, entity) => (id === '0' ? undefined : entity);
    await provider.refresh();
    expect(reports).toEqual([
      {
        revision: 1,
        entities: 2,
        leftOut: 1,
        skipped: 1,
        skippedEntities: [
          {
            subscription: 'main',
            id: 'new\nline',
            message: 'its id is not fit for an annotation',
          },
        ],
      },
    ]);
  });

  describe('where the transformer fails', () => {
    const failing =
      (count: number): ConnectorTransformer =>
      ({ id }, entity) => {
        if (Number(id) < count) throw new Error('the registry does not answer');
        return entity;
      };

    it('removes nothing, and tries again', async () => {
      const { logger, mutations, provider, reports, state } = await setUp();
      state.connectors = named(10);
      state.transformer = failing(4);
      await provider.refresh();
      await provider.refresh();
      expect(mutations).toHaveLength(2);
      expect(summary(mutations[1])).toMatchObject({
        type: 'delta',
        added: ['4', '5', '6', '7', '8', '9'],
        removed: [],
      });
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining('4 of 10 connectors'),
      );
      expect(reports.at(-1)).toMatchObject({
        entities: 6,
        skipped: 4,
        keptBecause: expect.stringContaining('4 of 10'),
      });

      state.transformer = undefined;
      await provider.refresh();
      await provider.refresh();
      expect(mutations).toHaveLength(3);
      expect(summary(mutations[2])).toMatchObject({ type: 'full' });
      expect(reports.at(-1)).toMatchObject({ entities: 10, skipped: 0 });
    });

    it('keeps the entities of a few, and lets those go that have gone', async () => {
      const { mutations, provider, state } = await setUp();
      state.connectors = named(10);
      await provider.refresh();
      state.connectors = named(9);
      state.head.revision = 2;
      state.transformer = failing(2);
      await provider.refresh();
      expect(summary(mutations[1])).toEqual({
        type: 'delta',
        added: ['2', '3', '4', '5', '6', '7', '8'],
        removed: ['9'],
      });
      state.transformer = undefined;
      await provider.refresh();
      expect(summary(mutations[2])).toMatchObject({ type: 'full' });
    });

    it('removes nothing after a start, when it is not known what there was', async () => {
      const { mutations, provider, state } = await setUp();
      state.connectors = named(10);
      state.transformer = failing(1);
      await provider.refresh();
      expect(summary(mutations[0])).toMatchObject({
        type: 'delta',
        removed: [],
      });
    });
  });

  describe('when it hears of a change', () => {
    it('brings it into the catalog at once', async () => {
      const { mutations, provider, reports, state } = await setUp();
      state.connectors = named(3);
      await provider.refresh();
      state.head.revision = 2;
      state.changes.set(2, { changed: ['two'], removed: ['0'] });
      await expect(provider.catchUp(2)).resolves.toBe(true);
      expect(summary(mutations[1])).toEqual({
        type: 'delta',
        added: ['two'],
        removed: ['0'],
      });
      expect(reports.at(-1)).toMatchObject({ revision: 2, entities: 3 });

      // What was heard of before is there already, and so is the whole.
      const { length } = state.asked;
      await expect(provider.catchUp(2)).resolves.toBe(true);
      await provider.refresh();
      expect(mutations).toHaveLength(2);
      expect(state.asked).toHaveLength(length);
    });

    it('takes what the transformer leaves out away', async () => {
      const { mutations, provider, state } = await setUp();
      await provider.refresh();
      state.transformer = () => undefined;
      state.head.revision = 2;
      state.changes.set(2, { changed: ['one'] });
      await provider.catchUp(2);
      expect(summary(mutations[1])).toEqual({
        type: 'delta',
        added: [],
        removed: ['one'],
      });
    });

    it('needs no whole snapshot before it', async () => {
      const { mutations, provider, state } = await setUp();
      state.head.revision = 7;
      state.changes.set(6, { changed: ['one'] });
      state.changes.set(7, { changed: ['two'] });
      await expect(provider.catchUp(7)).resolves.toBe(true);
      expect(summary(mutations[0])).toMatchObject({ added: ['two'] });
      expect(state.asked[0]).toBe(6);
    });

    it('applies again what a whole snapshot of before has taken away', async () => {
      const { mutations, provider, state } = await setUp();
      state.connectors = named(3);
      state.meanwhile = () => {
        // Another backend has brought this into the catalog already.
        state.head.revision = 2;
        state.changes.set(2, { changed: ['two'] });
        state.meanwhile = undefined;
      };
      await provider.refresh();
      expect(mutations.map(summary)).toEqual([
        expect.objectContaining({ type: 'full' }),
        { type: 'delta', added: ['two'], removed: [] },
      ]);
      await provider.refresh();
      expect(mutations).toHaveLength(2);
    });

    it('brings the whole again where somebody died before it was all in the catalog', async () => {
      const { mutations, provider, state } = await setUp();
      await provider.refresh();
      expect(state.applying).toBeUndefined();
      // Another backend has brought an older snapshot into the catalog since.
      state.applying = 'another backend';
      await provider.refresh();
      await provider.refresh();
      expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
      expect(state.applying).toBeUndefined();
    });

    it('is known to be about it until it is done with what came meanwhile', async () => {
      const { mutations, provider, state } = await setUp();
      const seen: (string | undefined)[] = [];
      state.meanwhile = () => {
        seen.push(state.applying);
        if (mutations.length > 1) return;
        state.head.revision = 2;
        state.changes.set(2, { changed: ['two'] });
      };
      await provider.refresh();
      expect(mutations).toHaveLength(2);
      expect(seen).toEqual([expect.any(String), seen[0]]);
      expect(state.applying).toBeUndefined();
    });

    it('reads the whole again where too much has changed meanwhile', async () => {
      const { mutations, provider, state } = await setUp();
      state.connectors = named(2);
      state.meanwhile = () => {
        state.head.revision = 2;
        state.connectors = named(3);
        state.tooMany = true;
        state.meanwhile = () => {
          state.tooMany = false;
        };
      };
      await provider.refresh();
      expect(mutations.map(summary)).toEqual([
        { type: 'full', added: ['0', '1'], removed: [] },
        { type: 'full', added: ['0', '1', '2'], removed: [] },
      ]);
      await provider.refresh();
      expect(mutations).toHaveLength(2);
    });

    it('leaves large changes, and what fails, to a refresh', async () => {
      const { logger, mutations, provider, state } = await setUp();
      await provider.refresh();
      state.head.revision = 2;
      state.tooMany = true;
      await expect(provider.catchUp(2)).resolves.toBe(false);
      state.tooMany = false;
      state.changes.set(2, { changed: ['two'] });
      state.mutationError = new Error('database is gone');
      await expect(provider.catchUp(2)).resolves.toBe(false);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('database is gone'),
      );
      state.mutationError = undefined;
      await provider.refresh();
      expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
    });
  });

  it('stops without a word when it is told to', async () => {
    const { logger, mutations, provider } = await setUp();
    await provider.refresh(AbortSignal.abort());
    expect(mutations).toEqual([]);
    expect(logger.error).not.toHaveBeenCalled();
  });
});

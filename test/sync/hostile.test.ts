/*
 * Ten thousand records of any kind, from the wire into the catalog: the run
 * ends, every valid record is in the mirror and has a valid entity, every other
 * one is counted and told of, and nothing hostile stands in an entity.
 *
 * What is valid is so by construction: it has all that Qualys documents as
 * essential, and anything else beside it. A valid record whose id no annotation
 * can hold is in the mirror, and told of as one without an entity.
 *
 * The catalog is looked at where it keeps what it was told: to process as many
 * entities takes it minutes, and is its own affair.
 */
import {
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import type { MirroredConnector, Status } from 'backstage-plugin-qualys-common';
import { recordsOf, type MadeRecord } from './hostile/records';
import { startHostileServer } from './hostile/server';
import { CANARY } from './hostile/texts';
import { useDatabases } from './portal/databases';
import { startPortal, type Portal } from './portal/portal';
import type { ProvidedEntity } from './portal/provided';
import { CLOUDS, FEEDS, type Cloud, type Feed } from './qualys/views';

jest.setTimeout(300_000);

const SEED = 20_261_127;

// Both feeds together make ten thousand.
const COUNTS: Record<Cloud, number> = { AWS: 3000, AZURE: 1200, GCP: 800 };

type Made = Record<Feed, Record<Cloud, MadeRecord[]>>;

function makeAll(): Made {
  const of = (feed: Feed) => {
    let from = 1;
    return Object.fromEntries(
      CLOUDS.map((cloud, nth) => {
        const options = {
          seed: SEED + nth + (feed === 'cloudView' ? CLOUDS.length : 0),
          count: COUNTS[cloud],
          from,
          // Where one of these is, nobody can tell what is missing.
          nameless: cloud === 'AWS',
        };
        from += COUNTS[cloud];
        return [cloud, recordsOf(feed, options)];
      }),
    ) as Record<Cloud, MadeRecord[]>;
  };
  return { assetManagement: of('assetManagement'), cloudView: of('cloudView') };
}

const databases = useDatabases();

describe(`records of any kind (seed ${SEED})`, () => {
  const made = makeAll();
  // In GCP, Qualys shows some twice.
  made.cloudView.GCP.push(...made.cloudView.GCP.slice(0, 5));
  made.assetManagement.GCP.push(...made.assetManagement.GCP.slice(0, 5));
  const ids = (feed: Feed, cloud: Cloud, valid: boolean) =>
    new Set(
      made[feed][cloud]
        .filter(record => record.valid === valid)
        .flatMap(({ id }) => (id === undefined ? [] : [id])),
    );
  const nameless = (feed: Feed, cloud: Cloud) =>
    made[feed][cloud].filter(({ id }) => id === undefined).length;

  let server: Awaited<ReturnType<typeof startHostileServer>>;
  let portal: Portal;
  let first: Awaited<ReturnType<Portal['sync']>>;
  let mirrored: MirroredConnector[];
  let provided: ProvidedEntity[];
  let status: Status;

  beforeAll(async () => {
    const wires = (feed: Feed) =>
      Object.fromEntries(
        CLOUDS.map(cloud => [cloud, made[feed][cloud].map(one => one.wire)]),
      ) as Record<Cloud, unknown[]>;
    server = await startHostileServer({
      assetManagement: wires('assetManagement'),
      cloudView: wires('cloudView'),
    });
    portal = await startPortal(await databases.fresh(), server.config, {
      processing: false,
    });
    first = await portal.sync();
    await portal.refresh();
    mirrored = await portal.connectors();
    provided = await portal.provided();
    status = await portal.status();
  });
  afterAll(async () => {
    await portal.stop();
    await server.stop();
  });

  it('are ten thousand, and leave no mark on the program', () => {
    const all = FEEDS.flatMap(feed =>
      CLOUDS.flatMap(cloud => made[feed][cloud]),
    );
    expect(all.length).toBeGreaterThanOrEqual(10_000);
    expect(({} as Record<string, unknown>)[CANARY]).toBeUndefined();
    expect(first.outcome).toBe('incomplete');
    expect(first.problem?.message).toMatch(/^Asset Management, AWS: Among/);
    // Most are known to both feeds, and many to one alone.
    const inBoth = mirrored.filter(
      ({ assetManagement, cloudView }) => assetManagement && cloudView,
    );
    expect(inBoth.length).toBeGreaterThan(1_000);
    expect(mirrored.length - inBoth.length).toBeGreaterThan(1_000);
  });

  it.each(FEEDS.flatMap(feed => CLOUDS.map(cloud => [cloud, feed] as const)))(
    'are in the mirror where they are valid: %s, %s',
    (cloud, feed) => {
      const seen = mirrored
        .filter(({ provider }) => provider === cloud)
        .flatMap(({ assetManagement, cloudView, id }) => {
          if (feed === 'cloudView') return cloudView ? [id] : [];
          return assetManagement ? [assetManagement.id] : [];
        });
      expect(seen.sort()).toEqual([...ids(feed, cloud, true)].sort());
    },
  );

  it.each(FEEDS)('are told of where they are not: %s', feed => {
    const word = first.feeds.find(each => each.feed === feed)!;
    const broken = CLOUDS.map(
      cloud => ids(feed, cloud, false).size + nameless(feed, cloud),
    );
    expect(word.skipped).toBe(broken.reduce((sum, count) => sum + count));
    expect(word.skippedRecords).toHaveLength(20);
    for (const { message } of word.skippedRecords) {
      expect(message).toMatch(/^[\x20-\x7e]+$/);
    }
    expect(JSON.stringify(first)).not.toContain(CANARY);
  });

  it('have an entity each, or are told of as those that have none', () => {
    const printable = mirrored.filter(({ id }) => /^[\x21-\x7e]+$/.test(id));
    expect(printable.length).toBeLessThan(mirrored.length);
    expect(provided.map(({ entityRef }) => entityRef).sort()).toEqual(
      printable.map(({ entityRef }) => entityRef).sort(),
    );
    expect(status.catalog).toMatchObject({
      entities: printable.length,
      skipped: mirrored.length - printable.length,
    });
    expect(status.catalog?.skippedEntities.length).toBeGreaterThan(0);
  });

  it('become entities that the catalog takes, with nothing hostile in them', async () => {
    const policy = EntityPolicies.allOf([
      new SchemaValidEntityPolicy(),
      new NoForeignRootFieldsEntityPolicy(),
      new FieldFormatEntityPolicy(),
    ]);
    for (const { entity } of provided) {
      expect(await policy.enforce(entity)).toBeDefined();
      expect(await resourceEntityV1alpha1Validator.check(entity)).toBe(true);
      const { description = '', name, tags = [] } = entity.metadata;
      expect(name.length).toBeLessThanOrEqual(63);
      expect(Math.max(0, ...tags.map(({ length }) => length))).toBeLessThan(64);
      expect(description).not.toMatch(/[[\]<>`]/);
      const texts: string[] = [];
      const text = JSON.stringify(entity, (_, value) => {
        if (typeof value === 'string') texts.push(value);
        return value;
      });
      expect(texts.filter(each => /\p{C}/u.test(each))).toEqual([]);
      expect(text.length).toBeLessThan(8_000);
      expect(text).not.toContain(CANARY);
    }
  });

  it('change nothing when they come again', async () => {
    const again = await portal.sync();
    expect(again).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(again.skipped).toBe(first.skipped);
    await portal.refresh();
    expect(await portal.provided()).toEqual(provided);
  });
});

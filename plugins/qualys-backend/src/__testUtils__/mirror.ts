import type { QualysFeed } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { CloudConnector } from 'qualys-model';
import type { RemovalBounds } from '../config';
import { MIGRATIONS_DIRECTORY } from '../database';
import {
  createMirrorStore,
  type DescribeConnector,
  type MirrorStore,
  type ScanCoverage,
} from '../mirror';

/** Describes a connector by its id alone. */
export const describeById: DescribeConnector = ({ id }) => ({
  entityRef: `resource:default/${id}`,
});

interface MirrorOptions {
  subscriptions?: string[];
  /** How many connectors may go at once; the defaults unless given. */
  removals?: RemovalBounds;
  /** The feeds that are switched on; both unless given. */
  feeds?: QualysFeed[];
  describe?: DescribeConnector;
  /** Makes what describes, in place of that. */
  describing?: (subscription: string) => Promise<DescribeConnector>;
  /** What that tells by; always the same unless given. */
  describedBy?: string;
}

/** A mirror in a fresh database. */
export async function freshMirror(
  knex: Knex,
  options: MirrorOptions = {},
): Promise<MirrorStore> {
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  const mirror = openMirror(knex, options);
  await mirror.noteConfigured();
  return mirror;
}

/** A mirror in a database that has one already. */
export function openMirror(
  knex: Knex,
  options: MirrorOptions = {},
): MirrorStore {
  return createMirrorStore({
    knex,
    subscriptions: (options.subscriptions ?? ['main']).map(id => ({
      id,
      removals: options.removals,
      feeds: options.feeds,
    })),
    describing:
      options.describing ?? (async () => options.describe ?? describeById),
    describedBy: options.describedBy,
  });
}

/** A scan of the AWS connectors of `main`. */
export function awsScan(
  connectors: CloudConnector[],
  coverage: ScanCoverage = 'whole',
  at = new Date(),
) {
  return {
    subscription: 'main',
    provider: 'AWS' as const,
    cloudView: { connectors, coverage },
    at,
  };
}

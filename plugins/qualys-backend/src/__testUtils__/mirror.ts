import type { Knex } from 'knex';
import type { CloudConnector } from 'qualys-model';
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

/** A mirror in a fresh database. */
export async function freshMirror(
  knex: Knex,
  options: { subscriptions?: string[]; describe?: DescribeConnector } = {},
): Promise<MirrorStore> {
  await knex.migrate.latest({ directory: MIGRATIONS_DIRECTORY });
  return openMirror(knex, options);
}

/** A mirror in a database that has one already. */
export function openMirror(
  knex: Knex,
  options: { subscriptions?: string[]; describe?: DescribeConnector } = {},
): MirrorStore {
  return createMirrorStore({
    knex,
    subscriptions: (options.subscriptions ?? ['main']).map(id => ({ id })),
    describe: options.describe ?? describeById,
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
    connectors,
    coverage,
    at,
  };
}

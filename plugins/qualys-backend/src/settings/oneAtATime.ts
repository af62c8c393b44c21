import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseTime } from '../database';
import type { SettingsObject } from './object';

// A call to Qualys takes two minutes at most, and a change takes a few of them;
// who holds an object for longer has died.
const DEAD_AFTER_SECONDS = 10 * 60;

/**
 * Does something with an object in Qualys while nobody else does, in whatever
 * replica: between reading its state and changing it, it must stay as it is.
 *
 * @throws ConflictError while somebody else does
 */
export type OneAtATime = <T>(
  object: SettingsObject,
  action: () => Promise<T>,
) => Promise<T>;

/** Makes it, with the plugin's database as the place where everybody looks. */
export function createOneAtATime(knex: Knex): OneAtATime {
  return async ({ type, subscription, objectId }, action) => {
    const object = `${type}:${subscription}/${objectId}`;
    const holder = randomUUID();
    await knex('settings_writes')
      .where({ object })
      .where('since', '<', databaseTime(knex, DEAD_AFTER_SECONDS))
      .delete();
    await knex('settings_writes')
      .insert({ object, holder, since: databaseTime(knex) })
      .onConflict('object')
      .ignore();
    const held = await knex('settings_writes')
      .where({ object, holder })
      .first();
    if (!held) {
      throw new ConflictError(
        'Somebody else is changing this just now; try again in a moment',
      );
    }
    try {
      return await action();
    } finally {
      await knex('settings_writes').where({ object, holder }).delete();
    }
  };
}

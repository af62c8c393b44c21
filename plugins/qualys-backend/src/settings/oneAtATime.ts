import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { databaseTime } from '../database';
import type { SettingsObject } from './object';

/** Milliseconds between two signs of life of who holds an object. */
const BEAT_MS = 15_000;

// Many signs of life: the database may be away for some of them, and a change
// that is under way cannot be called back.
const DEAD_AFTER_SECONDS = 5 * 60;

/**
 * Does something with an object in Qualys while nobody else does, in whatever
 * replica: between reading its state and changing it, it must stay as it is.
 * However long it takes, only who has died is taken over.
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
    const beating = setInterval(() => {
      knex('settings_writes')
        .where({ object, holder })
        .update({ since: databaseTime(knex) })
        // The database may be back for the next one.
        .catch(() => {});
    }, BEAT_MS).unref();
    try {
      return await action();
    } finally {
      clearInterval(beating);
      await knex('settings_writes').where({ object, holder }).delete();
    }
  };
}

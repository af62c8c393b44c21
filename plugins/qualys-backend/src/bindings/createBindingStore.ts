import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  BINDING_TRANSITIONS,
  DECIDED_BY_RULE,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { chunks, storable } from '../database';
import { listBindings, worthSeeing } from './listBindings';
import { recordClaims } from './recordClaims';
import { toRecord, toRow, type BindingRow } from './row';
import type { BindingStore } from './store';
import { refusal } from './refusal';

const BATCH = 500;

/** What binds once it is accepted: it is claimed, or was made for the entity. */
const binds = (rows: Knex.QueryBuilder) =>
  rows.where('claimed', true).orWhere('made', true);

/** Opens the claims in the plugin's database. */
export function createBindingStore(knex: Knex): BindingStore {
  const bindings = () => knex<BindingRow>('bindings');

  const get: BindingStore['get'] = async id => {
    const row = await bindings()
      .where({ id: storable(id) })
      .first();
    return row && toRecord(row);
  };

  return {
    get,
    record: entities => recordClaims(knex, entities),
    list: query => listBindings(knex, query),

    claimants: () =>
      bindings()
        .where('claimed', true)
        .distinct('entity_ref')
        .pluck('entity_ref'),

    async release(entityRefs) {
      for (const batch of chunks(entityRefs, BATCH)) {
        await bindings()
          .whereIn('entity_ref', batch)
          .where('claimed', true)
          .update({ claimed: false });
      }
    },

    async forget(before) {
      await bindings()
        .where({ state: 'open', claimed: false })
        .where('first_seen', '<', before.toISOString())
        .delete();
    },

    async countOpen() {
      const [{ total }] = await worthSeeing(knex)
        .where('state', 'open')
        .count<{ total: number | string }[]>('* as total');
      return Number(total);
    },

    async acceptedOf(objects) {
      if (objects.length === 0) return [];
      const rows = await bindings()
        .where({ state: 'accepted' })
        .where(binds)
        .whereIn(
          ['type', 'subscription', 'object_id'],
          objects.map(o => [o.type, o.subscription, o.objectId]),
        )
        .orderBy('entity_ref');
      return rows.map(toRecord);
    },

    async madeFor(entityRefs) {
      if (entityRefs.length === 0) return [];
      const rows = await bindings()
        .whereIn('entity_ref', entityRefs.map(storable))
        .where({ made: true, state: 'accepted' })
        .orderBy(['first_seen', 'id']);
      return rows.map(toRecord);
    },

    async decidedOf({ type, subscription, objectId }) {
      const rows = await bindings()
        .where({ type, subscription, object_id: storable(objectId) })
        .whereNot('state', 'open')
        .orderBy('entity_ref');
      return rows.map(toRecord);
    },

    async decide(id, action, { user, reason }) {
      const { from, to } = BINDING_TRANSITIONS[action];
      const decision = bindings()
        .where({ id: storable(id) })
        .whereIn('state', from);
      // Where it would bind nothing, there is nothing to accept.
      if (to === 'accepted') decision.where(binds);
      // The state is checked by the same statement that changes it, so that of
      // two people who decide at once only one does.
      const decided = await decision.update({
        state: to,
        decided_by: user,
        decided_at: new Date().toISOString(),
        reason: reason ? storable(reason) : null,
      });
      const binding = await get(id);
      if (!binding) throw new NotFoundError('There is no such claim');
      if (decided === 0) {
        throw new ConflictError(
          from.includes(binding.state)
            ? 'The entity does not make this claim any more, or its owner has changed'
            : refusal(action, binding.state),
        );
      }
      return binding;
    },

    async acceptMade({ entityRef, owner, ...claim }, { user, reason }) {
      const now = new Date().toISOString();
      const decided = {
        state: 'accepted',
        made: true,
        decided_by: user,
        decided_at: now,
        reason: storable(reason),
      };
      await bindings()
        .insert({
          ...toRow({ entityRef, owner, claims: [] }, claim, now),
          claimed: false,
          ...decided,
        })
        // The entity may have been faster; whether it claims it is its own affair.
        .onConflict([
          'entity_ref',
          'type',
          'subscription',
          'object_id',
          'owner',
        ])
        .merge(decided);
    },

    async forgetMade({ type, subscription, objectId }) {
      await bindings()
        .where({ type, subscription, object_id: storable(objectId) })
        .where('made', true)
        .update({ made: false });
    },

    async acceptByRule(id, rule) {
      const accepted = await bindings()
        .where({ id, state: 'open', claimed: true })
        .update({
          state: 'accepted',
          decided_by: DECIDED_BY_RULE,
          decided_at: new Date().toISOString(),
          reason: storable(rule),
        });
      return accepted > 0;
    },
  };
}

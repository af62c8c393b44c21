/*
 * No two requests that are open ask for a connector of the same name in a
 * subscription, even where they are submitted at the same moment.
 */

const OPEN =
  "state not in ('draft', 'active', 'rejected', 'cancelled', 'expired') and name_key <> ''";
const INDEX = 'connector_requests_open_name_idx';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const requests = () => knex('connector_requests');
  const names = await requests()
    .whereRaw(OPEN)
    .groupBy('subscription', 'name_key')
    .havingRaw('count(*) > 1')
    .select('subscription', 'name_key');
  for (const name of names) {
    const [, ...later] = await requests()
      .where(name)
      .whereRaw(OPEN)
      .orderBy('created_at')
      .orderBy('id')
      .select('id');
    // They go on as they are; it is the first one by which the name is found.
    for (const { id } of later) {
      await requests()
        .where({ id })
        .update({ name_key: `${name.name_key} ${id}` });
    }
  }
  await knex.schema.alterTable('connector_requests', table => {
    table.unique(['subscription', 'name_key'], {
      indexName: INDEX,
      predicate: knex.whereRaw(OPEN),
    });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('connector_requests', table => {
    table.dropIndex(['subscription', 'name_key'], INDEX);
  });
};

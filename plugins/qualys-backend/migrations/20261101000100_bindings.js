/*
 * What entities claim, and what was decided about it.
 *
 * A row is a claim of an entity that has a certain owner: a decision does not
 * pass on to the next owner. Times are ISO 8601 in UTC as text.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Without this, PostgreSQL would sort by the locale of the database.
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('bindings', table => {
    table.comment('Claims of entities on objects in Qualys');
    table.specificType('id', sortable).notNullable().primary();
    table.specificType('entity_ref', sortable).notNullable();
    table
      .specificType('owner', sortable)
      .notNullable()
      .comment('Who owned the entity; empty where nobody did');
    table.specificType('type', sortable).notNullable();
    table.specificType('subscription', sortable).notNullable();
    table.specificType('object_id', sortable).notNullable();
    table.specificType('state', sortable).notNullable();
    table
      .boolean('claimed')
      .notNullable()
      .comment('Whether the entity still makes the claim, with this owner');
    table.text('decided_by');
    table.string('decided_at', 30);
    table.text('reason');
    table.specificType('first_seen', sortable).notNullable();
    table.unique(['entity_ref', 'type', 'subscription', 'object_id', 'owner'], {
      indexName: 'bindings_claim_idx',
    });
    table.index(['first_seen', 'id'], 'bindings_first_seen_idx');
    table.index(['state', 'first_seen', 'id'], 'bindings_state_idx');
    table.index(['type', 'subscription', 'object_id'], 'bindings_object_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('bindings');
};

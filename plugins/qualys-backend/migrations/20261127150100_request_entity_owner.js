/*
 * A connector is bound to the entity that it was asked for, for those who owned
 * the entity then.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connector_requests', table => {
    table
      .text('entity_owner')
      .comment('Who owned the entity that it is asked for');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('connector_requests', table => {
    table.dropColumn('entity_owner');
  });
};

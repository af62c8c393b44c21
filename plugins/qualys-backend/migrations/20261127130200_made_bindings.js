/*
 * Bindings of what the portal itself has made for an entity: they hold whether
 * the entity names the object or not.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('bindings', table => {
    table
      .boolean('made')
      .notNullable()
      .defaultTo(false)
      .comment('Whether the portal has made the object for the entity');
    table.index(['entity_ref', 'made'], 'bindings_made_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('bindings', table => {
    table.dropIndex(['entity_ref', 'made'], 'bindings_made_idx');
    table.dropColumn('made');
  });
};

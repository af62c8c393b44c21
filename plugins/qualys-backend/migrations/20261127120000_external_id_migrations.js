/*
 * AWS connectors whose external ID is being brought into the present form, so
 * that whoever comes back goes on where it was left.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('external_id_migrations', table => {
    table.comment('Migrations of external IDs that are under way');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table
      .text('state')
      .notNullable()
      .comment('Both external IDs, who began when, and the last run, as JSON');
    table.primary(['subscription', 'connector_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('external_id_migrations');
};

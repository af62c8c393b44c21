/*
 * Whom connectors were created for: they belong to those who asked for them
 * where no rule of the configuration says otherwise.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('connector_placements', table => {
    table.comment('Whom connectors were created for');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table.specificType('owner', sortable).notNullable();
    table.specificType('system', sortable);
    table.specificType('request_id', sortable).notNullable();
    table.primary(['subscription', 'connector_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('connector_placements');
};

/*
 * Who changed what in Qualys through the portal, and what is known of the
 * objects that Qualys cannot be asked about. Times are ISO 8601 in UTC as text.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('settings_history', table => {
    table.comment('What was done with objects in Qualys through the portal');
    table.bigIncrements('id');
    table.string('at', 30).notNullable();
    table.specificType('actor', sortable).notNullable();
    table.specificType('entity_ref', sortable).notNullable();
    table.specificType('type', sortable).notNullable();
    table.specificType('subscription', sortable).notNullable();
    table.specificType('object_id', sortable).notNullable();
    table.string('action', 40).notNullable();
    table
      .string('outcome', 16)
      .notNullable()
      .comment('unknown until Qualys has answered');
    table.text('changes').notNullable().comment('As JSON');
    table.text('reason');
    table.text('settings').comment('All of them, afterwards, as JSON');
    table.index(
      ['type', 'subscription', 'object_id', 'id'],
      'settings_history_object_idx',
    );
    table.index(['entity_ref', 'id'], 'settings_history_entity_idx');
    table.index(['actor', 'id'], 'settings_history_actor_idx');
    table.index(['at'], 'settings_history_at_idx');
  });

  await knex.schema.createTable('settings_writes', table => {
    table.comment('The objects that are being changed just now');
    table.specificType('object', sortable).primary();
    table.string('holder', 36).notNullable();
    table.string('since', 30).notNullable();
  });

  await knex.schema.createTable('s3_integrations', table => {
    table.comment('S3 integrations as the portal last applied them');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('integration_id', sortable).notNullable();
    table
      .text('state')
      .notNullable()
      .comment('Settings, external ID and who did what when, as JSON');
    table.primary(['subscription', 'integration_id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('s3_integrations');
  await knex.schema.dropTable('settings_writes');
  await knex.schema.dropTable('settings_history');
};

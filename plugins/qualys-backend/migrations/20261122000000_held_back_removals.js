/*
 * The connectors that a complete sync no longer found, and that are kept until
 * a person decides or they return.
 *
 * There is at most one removal for each cloud of a subscription. Times are
 * ISO 8601 in UTC as text.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Without this, PostgreSQL would sort by the locale of the database.
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('held_back_removals', table => {
    table.comment('Removals that wait for a person, and those put off by one');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('provider', sortable).notNullable();
    table.string('state', 16).notNullable();
    table.string('since', 30).notNullable();
    table.text('reason').notNullable().comment('As JSON');
    table
      .string('version', 64)
      .notNullable()
      .comment('A hash of the ids of the connectors');
    table
      .boolean('announced')
      .notNullable()
      .comment('Whether those were told who are to decide');
    table.text('decided_by');
    table.string('decided_at', 30);
    table.text('decision_reason');
    table.primary(['subscription', 'provider']);
  });

  await knex.schema.createTable('held_back_connectors', table => {
    table.comment('The connectors of these removals');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table.specificType('provider', sortable).notNullable();
    table.string('since', 30).notNullable();
    table
      .string('last_seen', 30)
      .notNullable()
      .comment('As in the connector then; it differs once it was seen again');
    table.primary(['subscription', 'connector_id']);
    table.index(['subscription', 'provider'], 'held_back_connectors_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('held_back_connectors');
  await knex.schema.dropTable('held_back_removals');
};

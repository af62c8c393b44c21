/*
 * The mirror of the connectors, and the runs that keep it.
 *
 * Times are ISO 8601 in UTC as text: they sort as they stand, and both
 * databases treat them alike. So do the sort columns, which are never null,
 * and which compare by bytes.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // Without this, PostgreSQL would sort by the locale of the database.
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('connectors', table => {
    table.comment('The connectors of all subscriptions; removed ones are kept');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table.specificType('provider', sortable).notNullable();
    table.specificType('account', sortable).notNullable();
    table
      .specificType('name_key', sortable)
      .notNullable()
      .comment('The beginning of the name in lower case');
    table
      .specificType('state', sortable)
      .notNullable()
      .comment('What the reported state means');
    table
      .bigInteger('total_assets')
      .notNullable()
      .comment('-1 where Qualys does not say');
    table
      .specificType('last_synced_on', sortable)
      .notNullable()
      .comment('Empty where Qualys never read the account');
    table
      .text('connector')
      .notNullable()
      .comment('The whole connector as JSON');
    table
      .text('search')
      .notNullable()
      .comment('What free text is looked for in, in lower case');
    table.specificType('owner', sortable);
    table.text('owner_rule');
    table.specificType('entity_ref', sortable).notNullable();
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment('A hash of identity and settings, without what is volatile');
    table.string('checksum', 64).notNullable().comment('A hash of everything');
    table
      .integer('version')
      .notNullable()
      .comment('Rises with every change of identity or settings');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('The revision of the mirror at the last such change');
    table.string('first_seen', 30).notNullable();
    table.string('last_seen', 30).notNullable();
    table.string('removed_at', 30);
    table.primary(['subscription', 'connector_id']);
    for (const column of [
      'name_key',
      'account',
      'provider',
      'state',
      'last_synced_on',
      'total_assets',
      'owner',
    ]) {
      table.index(
        [column, 'subscription', 'connector_id'],
        `connectors_${column}_idx`,
        { predicate: knex.whereNull('removed_at') },
      );
    }
  });

  await knex.schema.createTable('connector_counts', table => {
    table.comment('How many of the connectors there are of each sort');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('provider', sortable).notNullable();
    table.specificType('state', sortable).notNullable();
    table.specificType('owner', sortable);
    table.integer('total').notNullable();
    table.index(['subscription', 'provider'], 'connector_counts_idx');
  });

  await knex.schema.createTable('mirror_state', table => {
    table.comment('One row: what holds for the mirror as a whole');
    table.integer('id').primary();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Rises with every change of identity or settings');
    table
      .text('subscriptions')
      .notNullable()
      .comment('The configured subscriptions as JSON');
  });
  await knex('mirror_state').insert({
    id: 1,
    revision: 0,
    subscriptions: '[]',
  });

  await knex.schema.createTable('sync_runs', table => {
    table.comment('The latest syncs of each subscription');
    table.string('id', 36).primary();
    table.string('subscription', 63).notNullable();
    table.string('kind', 16).notNullable();
    table.string('source', 16).notNullable();
    table.text('trigger').notNullable();
    table.string('instance', 255).notNullable().comment('host:process');
    table.string('started_at', 30).notNullable();
    table.string('ended_at', 30);
    table.string('outcome', 16).notNullable();
    table.integer('calls').notNullable().defaultTo(0);
    table.integer('seen').notNullable().defaultTo(0);
    table.integer('added').notNullable().defaultTo(0);
    table.integer('changed').notNullable().defaultTo(0);
    table.integer('removed').notNullable().defaultTo(0);
    table.integer('held_back').notNullable().defaultTo(0);
    table.text('problem').comment('As JSON');
    table.index(['subscription', 'started_at'], 'sync_runs_subscription_idx');
  });

  await knex.schema.createTable('sync_wishes', table => {
    table.comment('Who asked for the next sync of a subscription');
    table.string('subscription', 63).primary();
    table.text('wished_by').notNullable();
    table.string('wished_at', 30).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('sync_wishes');
  await knex.schema.dropTable('sync_runs');
  await knex.schema.dropTable('mirror_state');
  await knex.schema.dropTable('connector_counts');
  await knex.schema.dropTable('connectors');
};

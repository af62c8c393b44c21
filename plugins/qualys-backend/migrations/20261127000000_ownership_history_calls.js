/*
 * Where connectors belong beyond their owner, what happened to them, how far a
 * sync has come, the calls over time, and what the catalog made of it all.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('connectors', table => {
    table.specificType('system', sortable);
    table.text('labels').comment('As JSON');
    table
      .string('described', 64)
      .notNullable()
      .defaultTo('')
      .comment(
        'The rules by which owner, system and labels were told; empty where that failed',
      );
    table.index(['revision'], 'connectors_revision_idx');
    table.index(['removed_at'], 'connectors_removed_at_idx', {
      predicate: knex.whereNotNull('removed_at'),
    });
  });

  await knex.schema.createTable('mirror_generations', table => {
    table.comment(
      'How often the connectors of each subscription were written to',
    );
    table.string('subscription', 63).primary();
    table.bigInteger('generation').notNullable();
  });

  await knex.schema.alterTable('mirror_state', table => {
    table.dropColumn('generation');
    table
      .bigInteger('regrouped')
      .notNullable()
      .defaultTo(0)
      .comment(
        'The revision of the last change that single connectors do not tell: other subscriptions, other names of entities',
      );
  });

  await knex.schema.alterTable('feed_readings', table => {
    table
      .string('confirmed_at', 30)
      .comment('When it last showed all that it was known to hold, as it was');
  });

  // What somebody said is to stay, stays so beside what waits for a decision.
  await knex.schema.alterTable('held_back_connectors', table => {
    table.string('state', 16).notNullable().defaultTo('waiting');
  });
  await knex('held_back_connectors').update({
    state: knex('held_back_removals as r')
      .select('r.state')
      .whereRaw('r.subscription = held_back_connectors.subscription')
      .whereRaw('r.provider = held_back_connectors.provider'),
  });
  await knex.schema.alterTable('held_back_removals', table => {
    table.dropPrimary();
    table.primary(['subscription', 'provider', 'state']);
  });

  await knex.schema.createTable('connector_history', table => {
    table.comment('What happened to connectors, as syncs saw it');
    table.bigIncrements('id');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table.string('what', 16).notNullable();
    table.string('at', 30).notNullable();
    table.string('state', 16).notNullable();
    table.string('previous_state', 16);
    table.text('error');
    table.text('settings').comment('Names of settings as JSON');
    table.text('feeds').notNullable().comment('Names of feeds as JSON');
    table.index(
      ['subscription', 'connector_id', 'id'],
      'connector_history_connector_idx',
    );
    table.index(['at'], 'connector_history_at_idx');
  });

  await knex.schema.alterTable('sync_runs', table => {
    table.integer('skipped').notNullable().defaultTo(0);
    table.text('progress').comment('As JSON; only while it runs');
  });

  await knex.schema.createTable('call_counts', table => {
    table.comment('Calls to Qualys by stretches of time, of all backends');
    table.string('subscription', 63).notNullable();
    table.string('family', 16).notNullable();
    table.string('at', 30).notNullable().comment('When the stretch begins');
    table.integer('user').notNullable();
    table.integer('background').notNullable();
    table.integer('refused').notNullable();
    table.primary(['at', 'subscription', 'family']);
  });

  await knex.schema.createTable('catalog_reports', table => {
    table.comment('One row: what the catalog says that it made of the mirror');
    table.integer('id').primary();
    table.string('at', 30).notNullable();
    table.text('report').notNullable().comment('As JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_reports');
  await knex.schema.dropTable('call_counts');
  await knex.schema.alterTable('sync_runs', table => {
    table.dropColumn('skipped');
    table.dropColumn('progress');
  });
  await knex.schema.dropTable('connector_history');
  await knex.schema.alterTable('feed_readings', table => {
    table.dropColumn('confirmed_at');
  });
  // Of two removals of a cloud, the one that waits takes the other in.
  await knex('held_back_removals')
    .where('state', 'dismissed')
    .whereExists(
      knex('held_back_removals as w')
        .whereRaw('w.subscription = held_back_removals.subscription')
        .whereRaw('w.provider = held_back_removals.provider')
        .where('w.state', 'waiting')
        .select(knex.raw('1')),
    )
    .delete();
  await knex.schema.alterTable('held_back_removals', table => {
    table.dropPrimary();
    table.primary(['subscription', 'provider']);
  });
  await knex.schema.alterTable('held_back_connectors', table => {
    table.dropColumn('state');
  });
  await knex.schema.alterTable('mirror_state', table => {
    table.dropColumn('regrouped');
    table.bigInteger('generation').notNullable().defaultTo(0);
  });
  await knex.schema.dropTable('mirror_generations');
  await knex.schema.alterTable('connectors', table => {
    table.dropIndex(['removed_at'], 'connectors_removed_at_idx');
    table.dropIndex(['revision'], 'connectors_revision_idx');
    table.dropColumn('described');
    table.dropColumn('system');
    table.dropColumn('labels');
  });
};

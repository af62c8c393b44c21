/*
 * Requests for connectors, and what happened to each.
 *
 * Times are ISO 8601 in UTC as text. The key that Qualys signs in with is held
 * encrypted, and only as long as it is needed.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('connector_requests', table => {
    table.comment('Requests for connectors');
    table.specificType('id', sortable).notNullable().primary();
    table
      .integer('version')
      .notNullable()
      .comment('Rises with everything that somebody has to look at again');
    table.specificType('state', sortable).notNullable();
    table.specificType('subscription', sortable).notNullable();
    table.specificType('provider', sortable).notNullable();
    table.specificType('create_through', sortable).notNullable();
    table.specificType('requester', sortable).notNullable();
    table.specificType('owner', sortable);
    table.specificType('account', sortable).notNullable().defaultTo('');
    table.specificType('name_key', sortable).notNullable().defaultTo('');
    table.text('search').notNullable();
    table.text('settings').notNullable().comment('What is asked for, as JSON');
    table.text('external_id');
    table.text('arn');
    table.text('secret').comment('The key, encrypted');
    table.string('key_expires_on', 10);
    table.text('decision').comment('As JSON');
    table.bigInteger('turn').comment('In which order requests were agreed to');
    table.specificType('connector_id', sortable);
    table.specificType('asset_management_id', sortable);
    table.text('reported_state');
    table.text('problem').comment('As JSON');
    table.specificType('idempotency_key', sortable);
    table.specificType('created_at', sortable).notNullable();
    table.specificType('updated_at', sortable).notNullable();
    table.string('submitted_at', 30);
    table.specificType('expires_at', sortable);
    table
      .string('create_sent_at', 30)
      .comment('When Qualys was last told to create it');
    table
      .text('ran')
      .comment(
        'What Qualys said before it was last told to read the account, as JSON',
      );
    table
      .specificType('next_look_at', sortable)
      .comment('When somebody has to look after it again');
    table.integer('looks').notNullable().defaultTo(0);
    table.string('lease_holder', 64);
    table.specificType('lease_until', sortable);
    table.unique(['idempotency_key'], {
      indexName: 'connector_requests_idempotency_idx',
    });
    table.index(['updated_at', 'id'], 'connector_requests_updated_idx');
    table.index(
      ['state', 'submitted_at', 'id'],
      'connector_requests_state_idx',
    );
    table.index(
      ['requester', 'updated_at', 'id'],
      'connector_requests_requester_idx',
    );
    table.index(['provider', 'account'], 'connector_requests_account_idx');
    table.index(['subscription', 'name_key'], 'connector_requests_name_idx');
    table.index(['turn'], 'connector_requests_turn_idx');
    table.index(['expires_at'], 'connector_requests_expires_idx');
  });

  await knex.schema.createTable('connector_request_events', table => {
    table.comment('What happened to requests for connectors');
    table.bigIncrements('id');
    table.specificType('request_id', sortable).notNullable();
    table.string('at', 30).notNullable();
    table.string('action', 32).notNullable();
    table.string('from_state', 32).notNullable();
    table.string('to_state', 32).notNullable();
    table.text('actor').comment('Null where the portal did it');
    table.text('reason');
    table.text('details').comment('Changes, rule and problem, as JSON');
    table.index(['request_id', 'id'], 'connector_request_events_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('connector_request_events');
  await knex.schema.dropTable('connector_requests');
};

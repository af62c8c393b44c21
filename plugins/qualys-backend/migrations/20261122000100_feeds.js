/*
 * Connectors are read through two feeds: what each says is kept as it came,
 * and the connector is made of both.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('connectors', table => {
    table.specificType('am_id', sortable).comment('The id in Asset Management');
    table.text('am_uuid').comment('The id in CloudView that it names');
    table.text('am_account');
    table.text('am_connector').comment('As Asset Management has it, as JSON');
    table.string('am_checksum', 64);
    table.string('am_seen', 30);
    table.text('cv_account');
    table.text('cv_connector').comment('As CloudView has it, as JSON');
    table.string('cv_checksum', 64);
    table.string('cv_seen', 30);
    table
      .text('disagreement')
      .comment('Why another record was not joined with it, as JSON');
  });
  // Until now, all that is known came from CloudView. The checksum fits
  // nothing, so that the next reading writes it.
  await knex('connectors').update({
    cv_account: knex.ref('account'),
    cv_connector: knex.ref('connector'),
    cv_checksum: '',
    cv_seen: knex.ref('last_seen'),
  });

  await knex.schema.createTable('feed_readings', table => {
    table.comment('How far each feed of each cloud was read');
    table.string('subscription', 63).notNullable();
    table.string('provider', 16).notNullable();
    table.string('feed', 16).notNullable();
    table.string('read_at', 30).comment('Last read without a gap');
    table.string('full_at', 30).comment('Last read in full');
    table
      .integer('missing')
      .notNullable()
      .comment('How many it did not show at that time, but are kept');
    table
      .boolean('gap')
      .notNullable()
      .comment('Whether something may have been missed since');
    table.primary(['subscription', 'provider', 'feed']);
  });

  await knex.schema.alterTable('mirror_state', table => {
    table
      .bigInteger('generation')
      .notNullable()
      .defaultTo(0)
      .comment('Rises with every write');
  });

  await knex.schema.alterTable('sync_runs', table => {
    table.integer('disagreements').notNullable().defaultTo(0);
    table.text('feeds').comment('What was read of each feed, as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sync_runs', table => {
    table.dropColumn('disagreements');
    table.dropColumn('feeds');
  });
  await knex.schema.alterTable('mirror_state', table => {
    table.dropColumn('generation');
  });
  await knex.schema.dropTable('feed_readings');
  // What CloudView does not know was not known before.
  await knex('connectors').whereNull('cv_connector').delete();
  await knex('connectors').update({
    connector: knex.ref('cv_connector'),
    checksum: '',
  });
  await knex.schema.alterTable('connectors', table => {
    table.dropColumns(
      'am_id',
      'am_uuid',
      'am_account',
      'am_connector',
      'am_checksum',
      'am_seen',
      'cv_account',
      'cv_connector',
      'cv_checksum',
      'cv_seen',
      'disagreement',
    );
  });
};

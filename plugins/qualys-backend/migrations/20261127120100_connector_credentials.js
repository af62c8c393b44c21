/*
 * When the keys expire that Qualys signs in with to Azure and GCP. The keys
 * themselves are kept nowhere.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const sortable =
    knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

  await knex.schema.createTable('connector_credentials', table => {
    table.comment('What is known of the keys of connectors');
    table.specificType('subscription', sortable).notNullable();
    table.specificType('connector_id', sortable).notNullable();
    table.string('expires_on', 10).comment('The day, in UTC');
    table.string('renewed_at', 30);
    table.specificType('renewed_by', sortable);
    table
      .integer('reminded_days')
      .comment('So many days before, people were last reminded of this day');
    table.primary(['subscription', 'connector_id']);
    table.index(['expires_on'], 'connector_credentials_expires_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('connector_credentials');
};

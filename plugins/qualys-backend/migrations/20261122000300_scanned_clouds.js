/* Which clouds were read to their end at least once: what comes after that is news. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('scanned_clouds', table => {
    table.comment('The clouds that were read to their end at least once');
    table.string('subscription', 63).notNullable();
    table.string('provider', 16).notNullable();
    table.string('first_whole_at', 30).notNullable();
    table.primary(['subscription', 'provider']);
  });
  const known = await knex('connectors').distinct('subscription', 'provider');
  for (const { subscription, provider } of known) {
    await knex('scanned_clouds').insert({
      subscription,
      provider,
      first_whole_at: new Date().toISOString(),
    });
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scanned_clouds');
};

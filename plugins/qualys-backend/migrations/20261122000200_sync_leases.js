/*
 * A run of a sync is a lease, too: as long as it is not ended, no other run of
 * its subscription can begin. It ends by itself when it shows no sign of life.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  const now = new Date().toISOString();
  // Whoever runs them gives no sign of life, so they end here.
  await knex('sync_runs')
    .whereNull('ended_at')
    .update({
      outcome: 'abandoned',
      ended_at: now,
      problem: JSON.stringify({
        code: 'internal',
        message:
          'The backend was upgraded in the middle of this sync; the next sync reads everything again',
      }),
    });
  await knex.schema.alterTable('sync_runs', table => {
    table
      .string('alive_at', 30)
      .notNullable()
      .defaultTo('')
      .comment('The last sign of life, by the clock of the database');
  });
  await knex.raw(
    'create unique index sync_runs_running_idx on sync_runs (subscription) where ended_at is null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index sync_runs_running_idx');
  await knex.schema.alterTable('sync_runs', table => {
    table.dropColumn('alive_at');
  });
};

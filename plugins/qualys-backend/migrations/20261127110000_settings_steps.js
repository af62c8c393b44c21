/* How far a change came that takes several steps. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('settings_history', table => {
    table.text('steps').comment('Each step and what became of it, as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('settings_history', table => {
    table.dropColumn('steps');
  });
};

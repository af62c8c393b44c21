/*
 * What the portal itself has changed, asked for or deleted is newer than what a
 * sync read before.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('connectors', table => {
    table
      .bigInteger('told')
      .notNullable()
      .defaultTo(0)
      .comment(
        'The generation of the subscription at which it was last told of by itself',
      );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('connectors', table => {
    table.dropColumn('told');
  });
};

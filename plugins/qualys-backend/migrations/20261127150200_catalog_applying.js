/*
 * Who is bringing the catalog to a snapshot, so that it is done again where
 * they die before they have brought in what came meanwhile.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_applying', table => {
    table.comment('One row, or none while the catalog is not being changed');
    table.integer('id').primary();
    table.string('at', 30).notNullable();
    table.string('by', 64).notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_applying');
};

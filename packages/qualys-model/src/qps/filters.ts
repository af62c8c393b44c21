import { z } from 'zod';
import { qpsCriterionSchema, type QpsCriterion } from './criterion';
import {
  OPERATORS_OF,
  VALUES_OF,
  type QpsFields,
  type QpsOperator,
} from './fieldTypes';

function valuesOf({ operator, value }: QpsCriterion): readonly string[] {
  if (operator === 'NONE') return [];
  if (typeof value !== 'string') return value;
  const values = operator === 'IN' ? value.split(',') : [value];
  return values.map(one => one.trim());
}

/**
 * Conditions of a search. Where the type of a field is known, its operators
 * and values are checked too; other fields pass, since Qualys adds some from
 * time to time.
 *
 * @param fields - the fields whose types are known
 *
 * @public
 */
export function qpsFiltersSchema(
  fields: QpsFields = {},
): z.ZodType<QpsCriterion[]> {
  const criterion = qpsCriterionSchema.check(({ value: given, issues }) => {
    if (!Object.hasOwn(fields, given.field)) return;
    const type = fields[given.field];
    if (!OPERATORS_OF[type].includes(given.operator)) {
      issues.push({
        code: 'custom',
        input: given.operator,
        path: ['operator'],
        message: `must be one of ${OPERATORS_OF[type].join(', ')} for ${
          given.field
        }.`,
      });
      return;
    }
    if (!valuesOf(given).every(one => VALUES_OF[type].form.test(one))) {
      issues.push({
        code: 'custom',
        input: given.value,
        path: ['value'],
        message: `${VALUES_OF[type].say} That is what ${given.field} holds.`,
      });
    }
  });
  return z.array(criterion, { error: 'must be a list of conditions.' });
}

/** The operators that may say which objects a change is for. */
const SELECTING: readonly QpsOperator[] = [
  'EQUALS',
  'GREATER',
  'LESSER',
  'IN',
  'CONTAINS',
];

/**
 * Conditions that say which objects a change is for. There must be one at
 * least, and none may say what an object is not: Qualys warns that such a
 * condition changes objects that nobody thought of, and does not support it.
 *
 * Source: Qualys Connector API, "Update AWS Connector" (`NOT EQUALS`); the rest
 * is a rule of this package, in the same spirit.
 *
 * @param fields - the fields whose types are known
 *
 * @public
 */
export function qpsUpdateFiltersSchema(
  fields: QpsFields = {},
): z.ZodType<QpsCriterion[]> {
  return qpsFiltersSchema(fields).check(({ value: filters, issues }) => {
    if (filters.length === 0) {
      issues.push({
        code: 'custom',
        input: filters,
        message:
          'must hold at least one condition: without any, every object would be changed.',
      });
    }
    filters.forEach(({ operator }, index) => {
      if (SELECTING.includes(operator)) return;
      issues.push({
        code: 'custom',
        input: operator,
        path: [index, 'operator'],
        message: `must be one of ${SELECTING.join(
          ', ',
        )}: ${operator} would select objects that nobody thought of.`,
      });
    });
  });
}

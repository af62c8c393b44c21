import { z } from 'zod';
import { qpsTextSchema } from './text';

/**
 * How a condition of a search compares.
 *
 * Source: Qualys WAS API 3.0 and Connector API, "Operators"; `NONE` exists in
 * Web Application Scanning alone.
 *
 * @public
 */
export const QPS_OPERATORS = [
  'EQUALS',
  'NOT EQUALS',
  'GREATER',
  'LESSER',
  'IN',
  'CONTAINS',
  'NONE',
] as const;

/** How a condition of a search compares. @public */
export type QpsOperator = (typeof QPS_OPERATORS)[number];

/**
 * The types of the fields that conditions are about.
 *
 * Source: Qualys WAS API 3.0 and Connector API, "Operators".
 *
 * @public
 */
export const QPS_FIELD_TYPES = [
  'integer',
  'text',
  'date',
  'keyword',
  'boolean',
] as const;

/** The type of a field that conditions are about. @public */
export type QpsFieldType = (typeof QPS_FIELD_TYPES)[number];

/** Fields that conditions can be about, by their names. @public */
export type QpsFields = Readonly<Record<string, QpsFieldType>>;

const OPERATORS: Record<QpsFieldType, readonly QpsOperator[]> = {
  integer: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER', 'IN', 'NONE'],
  text: ['CONTAINS', 'EQUALS', 'NOT EQUALS', 'NONE'],
  date: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER', 'NONE'],
  keyword: ['EQUALS', 'NOT EQUALS', 'IN', 'NONE'],
  boolean: ['EQUALS', 'NOT EQUALS', 'NONE'],
};

const VALUES: Record<QpsFieldType, { form: RegExp; say: string }> = {
  integer: { form: /^-?\d{1,19}$/, say: 'must be a whole number as text.' },
  text: { form: /./s, say: 'must be a text.' },
  date: {
    form: /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/,
    say: 'must be a date like 2026-05-31 or 2026-05-31T15:45:00Z.',
  },
  keyword: { form: /^[^,]+$/, say: 'must be one of Qualys’ words.' },
  boolean: { form: /^(?:true|false)$/, say: 'must be true or false, as text.' },
};

const value = qpsTextSchema();
const listed = value.regex(/^[^,]+$/, 'must not hold a comma.');

/**
 * A condition of a search. Conditions are joined by "and". Its messages say
 * what would be right.
 *
 * Source: Qualys WAS API 3.0 and Connector API, `Criteria`.
 *
 * @public
 */
export const qpsCriterionSchema = z
  .strictObject({
    /** The field that it is about, such as `id`, `name` or `tags.id`. */
    field: z
      .string('must be the name of a field.')
      .regex(/^[A-Za-z][\w.]*$/, 'must be the name of a field, like tags.id.'),
    /** How it compares. */
    operator: z.enum(QPS_OPERATORS, {
      error: `must be one of ${QPS_OPERATORS.join(', ')}.`,
    }),
    /** What it compares with: several values for `IN`, any text for `NONE`. */
    value: z.union([z.string(), z.array(z.string()).readonly()], {
      error: 'must be a text, or a list of texts for IN.',
    }),
  })
  .check(({ value: criterion, issues }) => {
    const complain = (message: string) =>
      issues.push({
        code: 'custom',
        input: criterion.value,
        path: ['value'],
        message,
      });
    if (criterion.operator === 'NONE') return;
    const several = typeof criterion.value !== 'string';
    if (several && criterion.operator !== 'IN') {
      complain('must be one text; a list of texts goes with IN alone.');
      return;
    }
    const values = several ? criterion.value : [criterion.value as string];
    if (values.length === 0) complain('must name at least one value.');
    for (const one of values) {
      const { error } = (several ? listed : value).safeParse(one);
      if (error) complain(error.issues[0].message);
    }
  });

/**
 * A condition of a search. Conditions are joined by "and".
 *
 * @public
 */
export interface QpsCriterion {
  /** The field that it is about, such as `id`, `name` or `tags.id`. */
  field: string;
  /** How it compares. */
  operator: QpsOperator;
  /** What it compares with: several values for `IN`, any text for `NONE`. */
  value: string | readonly string[];
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
    if (!OPERATORS[type].includes(given.operator)) {
      issues.push({
        code: 'custom',
        input: given.operator,
        path: ['operator'],
        message: `must be one of ${OPERATORS[type].join(', ')} for ${
          given.field
        }.`,
      });
      return;
    }
    const values =
      typeof given.value === 'string'
        ? given.operator === 'IN'
          ? given.value.split(',').map(one => one.trim())
          : [given.value.trim()]
        : given.value;
    if (
      given.operator !== 'NONE' &&
      !values.every(one => VALUES[type].form.test(one))
    ) {
      issues.push({
        code: 'custom',
        input: given.value,
        path: ['value'],
        message: `${VALUES[type].say} That is what ${given.field} holds.`,
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

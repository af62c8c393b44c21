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

/** The operators that go with a type. */
export const OPERATORS_OF: Record<QpsFieldType, readonly QpsOperator[]> = {
  integer: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER', 'IN', 'NONE'],
  text: ['CONTAINS', 'EQUALS', 'NOT EQUALS', 'NONE'],
  date: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER', 'NONE'],
  keyword: ['EQUALS', 'NOT EQUALS', 'IN', 'NONE'],
  boolean: ['EQUALS', 'NOT EQUALS', 'NONE'],
};

/** What a value of a type looks like, and how to say so. */
export const VALUES_OF: Record<QpsFieldType, { form: RegExp; say: string }> = {
  integer: { form: /^-?\d{1,19}$/, say: 'must be a whole number as text.' },
  text: { form: /./s, say: 'must be a text.' },
  date: {
    form: /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}Z)?$/,
    say: 'must be a date like 2026-05-31 or 2026-05-31T15:45:00Z.',
  },
  keyword: { form: /^[^,]+$/, say: 'must be one of Qualys’ words.' },
  boolean: { form: /^(?:true|false)$/, say: 'must be true or false, as text.' },
};

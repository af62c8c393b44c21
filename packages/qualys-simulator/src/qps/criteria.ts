import { invalid } from './problem';
import { asArray, asObject, readBoolean, readInteger } from './read';

/** A condition of a search. */
export interface Criterion {
  field: string;
  operator: string;
  /** Empty where the operator wants none. */
  value: string;
}

/** What may be asked of a field, by its type. */
const OPERATORS = {
  integer: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER', 'IN'],
  text: ['CONTAINS', 'EQUALS', 'NOT EQUALS'],
  date: ['EQUALS', 'NOT EQUALS', 'GREATER', 'LESSER'],
  keyword: ['EQUALS', 'NOT EQUALS', 'IN'],
  boolean: ['EQUALS', 'NOT EQUALS'],
  collection: ['NONE'],
};

type Comparable = string | number | boolean;

/**
 * A field that can be searched: its type, and its value in an object; several
 * where it stands in a collection, undefined where it has none. The value of a
 * collection itself is its items.
 */
export interface SearchField<T> {
  type: keyof typeof OPERATORS;
  of(object: T): Comparable | readonly Comparable[] | undefined;
}

/** The fields that objects of a kind can be searched by. */
export type SearchFields<T> = Record<string, SearchField<T>>;

/**
 * Reads the conditions of a request, in either dialect.
 *
 * @throws QpsProblem where one has no field or operator
 */
export function readCriteria(filters: unknown): Criterion[] {
  if (filters === undefined) return [];
  return asArray(asObject(filters, 'filters').Criteria).map(entry => {
    const { field, operator, value } = asObject(entry, 'Criteria');
    if (typeof field !== 'string' || typeof operator !== 'string') {
      throw invalid('Every Criteria needs a field and an operator');
    }
    return { field, operator, value: String(value ?? '').trim() };
  });
}

function comparable(
  type: SearchField<never>['type'],
  value: string,
  where: string,
): Comparable {
  switch (type) {
    case 'integer':
      return readInteger(value, where);
    case 'boolean':
      return readBoolean(value, where);
    case 'date': {
      const time = Date.parse(value);
      if (!/^\d{4}-\d{2}-\d{2}/.test(value) || Number.isNaN(time)) {
        throw invalid(`${where} must be a date, not "${value}"`);
      }
      return time;
    }
    default:
      return value;
  }
}

function comparison(
  operator: string,
  wanted: readonly Comparable[],
): (value: Comparable) => boolean {
  const [first] = wanted;
  switch (operator) {
    case 'IN':
      return value => wanted.includes(value);
    case 'GREATER':
      return value => value > first;
    case 'LESSER':
      return value => value < first;
    case 'CONTAINS': {
      const part = String(first).toLowerCase();
      return value => String(value).toLowerCase().includes(part);
    }
    default:
      return value => value === first;
  }
}

function predicate<T>(
  { field, operator, value }: Criterion,
  fields: SearchFields<T>,
): (object: T) => boolean {
  const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (!known) {
    throw invalid(
      `Invalid criteria: there is no field ${field}`,
      `Search by ${Object.keys(fields).join(', ')}`,
    );
  }
  const operators = OPERATORS[known.type];
  if (!operators.includes(operator)) {
    throw invalid(
      `Invalid criteria: ${field} (${known.type}) takes no operator ${operator}`,
      `Use ${operators.join(', ')}`,
    );
  }
  const { type } = known;
  const valuesOf = (object: T) => {
    const values = asArray(known.of(object)) as Comparable[];
    return type === 'date' ? values.map(date => Date.parse(`${date}`)) : values;
  };
  if (operator === 'NONE') return object => valuesOf(object).length === 0;
  if (value === '') throw invalid(`Invalid criteria: ${field} has no value`);
  const parts = operator === 'IN' ? value.split(',') : [value];
  const matches = comparison(
    operator,
    parts.map(part => comparable(type, part.trim(), field)),
  );
  return operator === 'NOT EQUALS'
    ? object => !valuesOf(object).some(matches)
    : object => valuesOf(object).some(matches);
}

/**
 * Whether an object fits all of the conditions.
 *
 * Source: Asset Management API and WAS API, available operators.
 *
 * @throws QpsProblem where there is no such field or operator
 */
export function matcher<T>(
  criteria: readonly Criterion[],
  fields: SearchFields<T>,
): (object: T) => boolean {
  const predicates = criteria.map(criterion => predicate(criterion, fields));
  return object => predicates.every(fits => fits(object));
}

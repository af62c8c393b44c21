import type { ConnectorRecord } from './connector';
import { lastSyncOf, stateOf } from './lifecycle';

/** A filter that CloudView does not understand. */
export class FilterError extends Error {}

/** The moment that a list is made for. */
export interface Moment {
  /** The simulated time, milliseconds since 1970. */
  now: number;
  /** When the poller last ran, milliseconds since 1970. */
  poll: number;
}

/** Whether a connector is in the list. */
export type Predicate = (record: ConnectorRecord, moment: Moment) => boolean;

const WORDS =
  /\s*(?:(\()|(\))|(and|or|not)\b(?!\s*:)|([A-Za-z][\w.]*)\s*(:|>=?|<=?)\s*(\[[^\]]*\]|"[^"]*"|`[^`]*`|[^\s()"`[]+))/iy;

const DAY = 86_400_000;

type Term = { token: string; operator: string; value: string };
type Word = '(' | ')' | 'AND' | 'OR' | 'NOT' | Term;

function words(text: string): Word[] {
  const found: Word[] = [];
  let position = 0;
  while (text.slice(position).trim()) {
    WORDS.lastIndex = position;
    const match = WORDS.exec(text);
    if (!match) throw new FilterError(`near: ${text.slice(position).trim()}`);
    const [, open, close, operation, token, operator, value] = match;
    if (open) found.push('(');
    else if (close) found.push(')');
    else if (operation)
      found.push(operation.toUpperCase() as 'AND' | 'OR' | 'NOT');
    else found.push({ token: token.toLowerCase(), operator, value });
    position = WORDS.lastIndex;
  }
  return found;
}

function textMatcher(value: string): (text: string) => boolean {
  if (value.startsWith('`')) return text => text === value.slice(1, -1);
  const plain = value.replace(/^"|"$/g, '').toLowerCase();
  return text => text.toLowerCase().includes(plain);
}

function date(text: string): { from: number; to: number } {
  const value = text.trim().replace(/^['"]|['"]$/g, '');
  const wholeDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const from = Date.parse(
    wholeDay || /(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`,
  );
  if (Number.isNaN(from)) throw new FilterError(`not a date: ${text.trim()}`);
  return { from, to: wholeDay ? from + DAY - 1 : from + 999 };
}

function dateMatcher({ operator, value }: Term): (time: number) => boolean {
  if (value.startsWith('[')) {
    const ends = value.slice(1, -1).split('..');
    if (ends.length !== 2) throw new FilterError(`not a range: ${value}`);
    const [first, last] = ends.map(date);
    return time => time >= first.from && time <= last.to;
  }
  const { from, to } = date(value);
  switch (operator) {
    case '>':
      return time => time > to;
    case '>=':
      return time => time >= from;
    case '<':
      return time => time < from;
    case '<=':
      return time => time <= to;
    default:
      return time => time >= from && time <= to;
  }
}

function term(word: Term): Predicate {
  if (word.token === 'lastsynced') {
    const matches = dateMatcher(word);
    return (record, { now, poll }) => matches(lastSyncOf(record, now, poll));
  }
  if (word.operator !== ':') {
    throw new FilterError(`${word.token} takes no ${word.operator}`);
  }
  const matches = textMatcher(word.value);
  switch (word.token) {
    case 'name':
      return record => matches(record.settings.name);
    case 'description':
      return record => matches(record.settings.description ?? '');
    case 'state': {
      const wanted = word.value.replace(/^["`]|["`]$/g, '').toLowerCase();
      return (record, { now }) => stateOf(record, now).toLowerCase() === wanted;
    }
    default:
      throw new FilterError(`unknown token: ${word.token}`);
  }
}

/**
 * Reads a filter in Qualys' query language.
 *
 * Tokens: `name`, `description` (contain; in backticks: equal), `state`
 * (equal), `lastSynced` (UTC; a day, a time, `>` `>=` `<` `<=`, or a range
 * `[a .. b]`), joined by AND, OR, NOT and parentheses.
 *
 * @throws FilterError where the text is no such filter
 */
export function parseFilter(text: string): Predicate {
  const rest = words(text);

  function primary(): Predicate {
    const word = rest.shift();
    if (word === 'NOT') {
      const inner = primary();
      return (record, moment) => !inner(record, moment);
    }
    if (word === '(') {
      const inner = either();
      if (rest.shift() !== ')') throw new FilterError('a ) is missing');
      return inner;
    }
    if (word === undefined || typeof word === 'string') {
      throw new FilterError(`near: ${word ?? 'the end'}`);
    }
    return term(word);
  }

  function both(): Predicate {
    let left = primary();
    while (rest[0] === 'AND') {
      rest.shift();
      const [first, second] = [left, primary()];
      left = (record, moment) =>
        first(record, moment) && second(record, moment);
    }
    return left;
  }

  function either(): Predicate {
    let left = both();
    while (rest[0] === 'OR') {
      rest.shift();
      const [first, second] = [left, both()];
      left = (record, moment) =>
        first(record, moment) || second(record, moment);
    }
    return left;
  }

  const predicate = either();
  if (rest.length > 0) throw new FilterError('an AND or OR is missing');
  return predicate;
}

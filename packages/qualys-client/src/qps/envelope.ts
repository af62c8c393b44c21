import { notUnderstood } from '../answers';
import { Failure, failureInside, type Advice } from '../http';
import { collectionOf } from './fields';
import { qpsProblemIn, saysNothingFound } from './problem';
import { idOfItem } from './id';
import { isEmpty, isObject, textOf } from './values';

/** What an answer holds, in whichever form it came. */
export interface Envelope {
  /** How many objects it is about, where it says. */
  count?: number;
  hasMoreRecords: boolean;
  /** Where the next page begins; there is one only if there are more records. */
  lastId?: string;
  /**
   * The objects, without what they are wrapped in; undefined, which is no
   * object, for one that is wrapped in something else.
   */
  items: unknown[];
}

// What a failure means that only says that nothing was found, where finding
// nothing is no failure.
const NOTHING: Envelope = { count: 0, hasMoreRecords: false, items: [] };

/**
 * What a successful answer holds, in JSON or XML.
 *
 * @throws Failure for a failure that it tells of
 */
export function successIn(
  parsed: unknown,
  advice: Advice,
): Record<string, unknown> {
  const problem = qpsProblemIn(parsed);
  if (problem?.status !== undefined) throw failureInside(problem, advice);
  if (problem) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'Qualys answered with a response code that is not known.',
      said: problem.said,
      code: problem.code,
    });
  }
  const response = isObject(parsed) ? parsed.ServiceResponse : undefined;
  if (!isObject(response)) throw notUnderstood(['ServiceResponse']);
  if (textOf(response.responseCode) === undefined) {
    throw notUnderstood(['ServiceResponse', 'responseCode']);
  }
  return response;
}

function countOf(value: unknown): number | undefined {
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) {
    throw notUnderstood(['ServiceResponse', 'count']);
  }
  return Number(text);
}

function moreOf(value: unknown): boolean {
  const word = textOf(value)?.toLowerCase();
  if (word === undefined || word === 'false') return false;
  if (word === 'true') return true;
  throw notUnderstood(['ServiceResponse', 'hasMoreRecords']);
}

function isWrapper(
  element: unknown,
  name: string,
): element is Record<string, unknown> {
  return (
    isObject(element) &&
    Object.hasOwn(element, name) &&
    Object.keys(element).every(key => key === name || key === '#text')
  );
}

function unwrapped(element: Record<string, unknown>, name: string): unknown[] {
  const items = element[name];
  return Array.isArray(items) ? items : [items];
}

// `data` is an array of wrapped objects in JSON, one object or array by the
// name in XML, and may be either in both.
function itemsOf(data: unknown, name: string): unknown[] {
  if (isEmpty(data)) return [];
  if (!Array.isArray(data)) {
    if (!isWrapper(data, name)) {
      throw notUnderstood(['ServiceResponse', 'data', name]);
    }
    return unwrapped(data, name);
  }
  // One strange element among others stands for an object that cannot be read.
  return data.flatMap(element =>
    isWrapper(element, name) ? unwrapped(element, name) : [undefined],
  );
}

/**
 * Reads the envelope of an answer. What is not known never reads as empty.
 *
 * @param name - what the objects are called
 * @throws Failure for a failure that it tells of, and for anything unknown
 */
export function readEnvelope(
  parsed: unknown,
  name: string,
  advice: Advice,
): Envelope {
  const response = successIn(parsed, advice);
  return {
    count: countOf(response.count),
    hasMoreRecords: moreOf(response.hasMoreRecords),
    lastId: textOf(response.lastId),
    items: itemsOf(response.data, name),
  };
}

/**
 * What a successful answer holds as `data`, for answers that are no objects
 * with ids.
 *
 * @throws Failure for a failure that it tells of
 */
export function readData(parsed: unknown, advice: Advice): unknown {
  return successIn(parsed, advice).data;
}

/**
 * The ids of the objects that the answer to a change names. It may hold other
 * things in places: that the change was made stands in its response code.
 *
 * @throws Failure for a failure that it tells of
 */
export function readChanged(
  parsed: unknown,
  name: string,
  advice: Advice,
): { ids: string[]; count?: number } {
  const { data, count } = successIn(parsed, advice);
  const ids = collectionOf(data, name)?.flatMap(item => {
    const id = idOfItem(item);
    return id === undefined ? [] : [id];
  });
  return { ids: ids ?? [], count: countOf(count) };
}

function foundNothing(parsed: unknown): boolean {
  const problem = qpsProblemIn(parsed);
  return problem !== undefined && saysNothingFound(problem);
}

/**
 * The same as {@link readChanged} for a change by conditions: where Qualys fails
 * with a text that says that nothing was found, nothing was changed.
 */
export function readChangedWhere(
  parsed: unknown,
  name: string,
  advice: Advice,
): { ids: string[]; count?: number } {
  return foundNothing(parsed)
    ? { ids: [], count: 0 }
    : readChanged(parsed, name, advice);
}

/**
 * How many objects the answer to a count tells of: 0 too where it fails with a
 * text that says that nothing was found.
 *
 * @throws Failure for any other failure, and where it names no number
 */
export function readCount(parsed: unknown, advice: Advice): number {
  if (foundNothing(parsed)) return 0;
  const count = countOf(successIn(parsed, advice).count);
  if (count === undefined) throw notUnderstood(['ServiceResponse', 'count']);
  return count;
}

/**
 * The same for the answer to a search: the number of objects must agree with
 * what the answer says of it, and only an answer that counts 0 is empty. Where
 * it fails with a text that says that nothing was found, it is empty too.
 */
export function readFound(
  parsed: unknown,
  name: string,
  advice: Advice,
): Envelope {
  const envelope = foundNothing(parsed)
    ? NOTHING
    : readEnvelope(parsed, name, advice);
  const { count, hasMoreRecords, items } = envelope;
  const fits =
    items.length > 0
      ? count === undefined ||
        count === items.length ||
        (count > items.length && hasMoreRecords)
      : count === 0 && !hasMoreRecords;
  if (!fits) {
    throw notUnderstood(
      ['ServiceResponse', 'data'],
      'The answer does not hold as many objects as it says.',
    );
  }
  return envelope;
}

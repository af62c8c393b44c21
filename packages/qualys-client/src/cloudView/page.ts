import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { parsedBy } from '../answers';
import { Failure, failureInside } from '../http';
import {
  partedRecords,
  readRecord,
  type Page,
  type ReadRecord,
  type Unreadable,
} from '../paging';
import { advice } from './advice';
import { cloudViewProblemIn } from './problem';
import { pageWire } from './wire';

// Qualys' own page size; a server may hold to it whatever a call asks for.
const USUAL_PAGE_SIZE = 50;

/** How to read the items of a list. */
export interface ItemReader<S extends z.ZodType, T> {
  schema: S;
  /** A field that an item always has, and the answer of a failure never. */
  marker: string;
  transform(wire: z.output<S>): T;
  /** What tells one item from another. */
  identity(item: T): unknown;
  /** The id of an item that cannot be read, where it has one that can be. */
  idOf?(wire: unknown): string | undefined;
}

/** What was asked for. */
export interface AskedPage {
  number: number;
  size: number;
  /** What becomes of items that cannot be read. */
  unreadable: Unreadable;
}

/** A page, and what tells it from others. */
export interface ReadPage<T> {
  page: Page<T>;
  /** Undefined for an empty page. */
  fingerprint?: string;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function comesToAnEnd(
  page: z.output<typeof pageWire>,
  asked: AskedPage,
): boolean {
  const { last, totalPages, totalElements } = page;
  const size = page.size || asked.size;
  if (last === false) return false;
  if (totalPages !== undefined) return asked.number + 1 >= totalPages;
  if (last === true) return true;
  if (totalElements !== undefined) {
    return (asked.number + 1) * size >= totalElements;
  }
  return page.content.length < size;
}

/** The items of a page, read as far as they can be, and what tells it from others. */
function readItems<S extends z.ZodType, T>(
  wires: readonly unknown[],
  { schema, transform, identity, idOf }: ItemReader<S, T>,
  how: Unreadable,
  at: (index: number) => PropertyKey[],
) {
  const records = wires.map((wire, index) =>
    readRecord(
      how,
      () => transform(parsedBy(schema, wire, at(index))),
      () => idOf?.(wire),
    ),
  );
  // What cannot be read and has no id is told by all that it holds.
  const told = (record: ReadRecord<T>, index: number) =>
    'item' in record
      ? identity(record.item)
      : record.id ?? { unreadable: wires[index] };
  return {
    ...partedRecords(records),
    fingerprint:
      records.length > 0
        ? createHash('sha256')
            .update(JSON.stringify(records.map(told)))
            .digest('base64')
        : undefined,
  };
}

/**
 * Reads an answer that should be a page: Spring's page, and, as some samples
 * in the documents have it, a bare array or a single object.
 *
 * @throws Failure for anything else, so that nothing unknown reads as empty
 */
export function readPage<S extends z.ZodType, T>(
  json: unknown,
  reader: ItemReader<S, T>,
  asked: AskedPage,
): ReadPage<T> {
  const { number } = asked;

  if (Array.isArray(json)) {
    const { fingerprint, ...items } = readItems(
      json,
      reader,
      asked.unreadable,
      index => [index],
    );
    const last = json.length < Math.min(asked.size, USUAL_PAGE_SIZE);
    return { page: { ...items, number, last }, fingerprint };
  }
  if (isObject(json) && !('content' in json) && reader.marker in json) {
    // Nothing but its id says that it is an item at all.
    const how = reader.idOf?.(json) === undefined ? 'refuse' : asked.unreadable;
    const { fingerprint, ...items } = readItems([json], reader, how, () => []);
    return { page: { ...items, number, last: true }, fingerprint };
  }
  const empty = !isObject(json) || !(json.content as unknown[])?.length;
  const problem = empty ? cloudViewProblemIn(json) : undefined;
  if (problem) throw failureInside(problem, advice);

  const page = parsedBy(pageWire, json);
  // A server that does not understand the page number answers page 0 for ever.
  if (number > 0 && page.number !== undefined && page.number !== number) {
    throw repeatedPage(number);
  }
  const last = comesToAnEnd(page, asked);
  if (page.content.length === 0 && !last) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: 'A page is empty although Qualys says that more pages follow.',
      path: 'content',
    });
  }
  const { totalElements = 0, size = asked.size } = page;
  const read = number * (size || asked.size) + page.content.length;
  if (last && read < totalElements) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: `The list ends after ${read} of ${totalElements} items.`,
      path: 'totalElements',
    });
  }
  const { fingerprint, ...items } = readItems(
    page.content,
    reader,
    asked.unreadable,
    index => ['content', index],
  );
  return {
    page: {
      ...items,
      number,
      totalItems: page.totalElements,
      totalPages: page.totalPages,
      last,
    },
    fingerprint,
  };
}

/** The failure of a list whose server gives the same page again and again. */
export function repeatedPage(number: number): Failure {
  return new Failure({
    kind: 'unexpectedAnswer',
    what: `Qualys answered page ${number} with another page that was read before.`,
    path: 'number',
  });
}

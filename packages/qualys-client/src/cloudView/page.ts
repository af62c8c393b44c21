import type { z } from 'zod';
import { parsedBy } from '../answers';
import { Failure, failureInside } from '../http';
import type { Page } from '../paging';
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
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function comesToAnEnd(
  page: z.output<typeof pageWire>,
  asked: { number: number; size: number },
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

/**
 * Reads an answer that should be a page: Spring's page, and, as some samples
 * in the documents have it, a bare array or a single object.
 *
 * @throws Failure for anything else, so that nothing unknown reads as empty
 */
export function readPage<S extends z.ZodType, T>(
  json: unknown,
  reader: ItemReader<S, T>,
  asked: { number: number; size: number },
): Page<T> {
  const item = (wire: unknown, at: PropertyKey[]) =>
    reader.transform(parsedBy(reader.schema, wire, at));

  if (Array.isArray(json)) {
    return {
      items: json.map((wire, index) => item(wire, [index])),
      number: asked.number,
      last: json.length < Math.min(asked.size, USUAL_PAGE_SIZE),
    };
  }
  if (isObject(json) && !('content' in json) && reader.marker in json) {
    return { items: [item(json, [])], number: asked.number, last: true };
  }
  const empty = !isObject(json) || !(json.content as unknown[])?.length;
  const problem = empty ? cloudViewProblemIn(json) : undefined;
  if (problem) throw failureInside(problem, advice);

  const page = parsedBy(pageWire, json);
  // A server that does not understand the page number answers page 0 for ever.
  if (
    asked.number > 0 &&
    page.number !== undefined &&
    page.number !== asked.number
  ) {
    throw repeatedPage(asked.number);
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
  const read = asked.number * (size || asked.size) + page.content.length;
  if (last && read < totalElements) {
    throw new Failure({
      kind: 'unexpectedAnswer',
      what: `The list ends after ${read} of ${totalElements} items.`,
      path: 'totalElements',
    });
  }
  return {
    items: page.content.map((wire, index) => item(wire, ['content', index])),
    number: asked.number,
    totalItems: page.totalElements,
    totalPages: page.totalPages,
    last,
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

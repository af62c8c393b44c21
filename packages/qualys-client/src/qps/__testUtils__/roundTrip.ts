import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { z } from 'zod';
import { parseXml } from '../../xml';
import type { QpsObject } from '../dialect';
import { readEnvelope } from '../envelope';
import { requestBody, type QpsValue } from '../request';
import { choiceFrom, inJson, inXml, treesOf, type Shape } from './shapes';

/** An object, and how it is held against both forms. */
export interface RoundTrip<S extends z.ZodType = z.ZodType, T = unknown> {
  object: QpsObject<S, T>;
  /** What it looks like on the wire. */
  shape: Shape;
  /** How the client writes it, where it does. */
  write?: {
    /** The part of it that the client can write. */
    carried(model: T): Partial<T>;
    data(carried: Partial<T>): { [name: string]: QpsValue };
  };
}

function modelOf<S extends z.ZodType, T>(
  { name, schema, transform, advice }: QpsObject<S, T>,
  parsed: unknown,
): T {
  const { items } = readEnvelope(parsed, name, advice);
  if (items.length !== 1) throw new Error(`${items.length} objects`);
  return transform(schema.parse(items[0]));
}

function fromXml<S extends z.ZodType, T>(
  object: QpsObject<S, T>,
  xml: string,
): T {
  return modelOf(
    object,
    parseXml(
      `<?xml version="1.0"?><ServiceResponse><responseCode>SUCCESS</responseCode><count>1</count><data>${xml}</data></ServiceResponse>`,
    ),
  );
}

// The comparison of Jest takes longer than all the rest.
function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(sorted(actual), sorted(expected))) {
    expect(actual).toEqual(expected);
  }
}

/**
 * Holds an object against both forms, with random ones: what is read from JSON
 * is what is read from XML, and what the client then writes as XML or JSON reads
 * as the same again.
 */
export function holdsInBothForms<S extends z.ZodType, T>(
  { object, shape, write }: RoundTrip<S, T>,
  numRuns: number,
): void {
  const { name } = object;
  fc.assert(
    fc.property(treesOf(shape), fc.nat(), (tree, seed) => {
      const choose = choiceFrom(seed);
      const json = inJson(shape, tree, choose);
      const model = modelOf(object, {
        ServiceResponse: {
          responseCode: 'SUCCESS',
          count: 1,
          data: [[{ [name]: json }], { [name]: json }, { [name]: [json] }][
            choose(3)
          ],
        },
      });
      const xml = inXml(shape, tree, choose);
      expectSame(fromXml(object, `<${name}>${xml}</${name}>`), model);

      if (!write) return;
      const carried = write.carried(model);
      const request = { data: { [name]: write.data(carried) } };
      const inForm = {
        xml: () => {
          const body = requestBody('xml', request) as { xml: string };
          return (parseXml(body.xml).ServiceRequest as { data: unknown }).data;
        },
        json: () => {
          const body = requestBody('json', request) as { json: any };
          return JSON.parse(JSON.stringify(body.json)).ServiceRequest.data;
        },
      };
      for (const dataOf of [inForm.xml, inForm.json]) {
        const written = modelOf(object, {
          ServiceResponse: {
            responseCode: 'SUCCESS',
            count: 1,
            data: dataOf(),
          },
        });
        expectSame(written, carried);
      }
    }),
    { numRuns },
  );
}

// Without what is undefined, and whatever the order of the fields.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  );
}

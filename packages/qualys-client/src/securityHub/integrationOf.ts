import {
  padAwsAccountId,
  type SecurityHubIntegration,
  type SecurityHubReadRow,
} from 'qualys-model';
import type { JavaMap, JavaValue } from './javaReader';

/** What a member of an answer must be and is not. */
export class ShapeError extends Error {}

const NULL = 'null';

function plain(value: JavaValue): unknown {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(plain) : plainObject(value);
}

/** A map as an object. */
export function plainObject(map: JavaMap): Record<string, unknown> {
  return Object.fromEntries(
    [...map].map(([key, value]) => [key, plain(value)]),
  );
}

/** The members that nothing here has a name for, or undefined where there are none. */
export function othersOf(
  map: JavaMap,
  known: readonly string[],
): Record<string, unknown> | undefined {
  const others = new Map([...map].filter(([key]) => !known.includes(key)));
  return others.size > 0 ? plainObject(others) : undefined;
}

function textOf(map: JavaMap, key: string, form: RegExp, what: string): string {
  const value = map.get(key);
  if (typeof value !== 'string' || !form.test(value)) {
    throw new ShapeError(`“${key}” must be ${what}`);
  }
  return value;
}

function listOf(map: JavaMap, key: string): JavaValue[] {
  const value = map.get(key);
  if (value === NULL) return [];
  if (!Array.isArray(value)) throw new ShapeError(`“${key}” must be a list`);
  return value;
}

function regionOf(value: JavaValue): string {
  if (typeof value !== 'string' || !/^\S+$/.test(value)) {
    throw new ShapeError('“regions” must hold the codes of regions');
  }
  return value;
}

const ROW = ['awsAccountId', 'severity', 'category', 'regions'];

function rowOf(value: JavaValue): SecurityHubReadRow {
  if (!(value instanceof Map)) {
    throw new ShapeError('“vmConfigs” must hold objects');
  }
  const others = othersOf(value, ROW);
  return {
    awsAccount: padAwsAccountId(
      textOf(value, 'awsAccountId', /^\S+$/, 'the id of an AWS account'),
    ),
    minSeverity: Number(
      textOf(value, 'severity', /^\d{1,9}$/, 'a whole number'),
    ),
    baseCategory: textOf(value, 'category', /\S/, 'a category'),
    regions: listOf(value, 'regions').map(regionOf),
    ...(others && { others }),
  };
}

const INTEGRATION = ['name', 'integrationId', 'customerId', 'vmConfigs'];

/**
 * A name as people wrote it: the pair of quotation marks that the sample of the
 * document has around it is not part of it. A name may be very long and be
 * looked at very often, so that only its ends are.
 */
function nameOf(map: JavaMap): string {
  const name = map.get('name');
  if (typeof name !== 'string') throw new ShapeError('“name” must be a name');
  const quoted = name.length > 1 && name.startsWith('"') && name.endsWith('"');
  return quoted ? name.slice(1, -1) : name;
}

/**
 * An integration of Security Hub from the map that Qualys prints.
 *
 * @throws ShapeError where something essential is missing
 */
export function integrationOf(map: JavaMap): SecurityHubIntegration {
  const customerId = map.has('customerId')
    ? textOf(map, 'customerId', /^\S*$/, 'an id')
    : NULL;
  const others = othersOf(map, INTEGRATION);
  return {
    id: textOf(map, 'integrationId', /^\d+$/, 'a whole number'),
    name: nameOf(map),
    ...(customerId !== NULL && customerId !== '' && { customerId }),
    rows: listOf(map, 'vmConfigs').map(rowOf),
    ...(others && { others }),
  };
}

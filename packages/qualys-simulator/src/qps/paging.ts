import type { SimulatorBehaviours } from '../behaviours/behaviours';
import { invalid } from './problem';
import { asObject, readBoolean, readInteger } from './read';

const DEFAULT_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** Which part of the results is asked for, and how much of each. */
export interface Preferences {
  limitResults: number;
  /** From 1. */
  startFromOffset: number;
  startFromId?: number;
  /** Whether WAS is to show all that there is of each object. */
  verbose: boolean;
}

/**
 * Reads the preferences of a request, in either dialect.
 *
 * @throws QpsProblem that names the one that does not fit
 */
export function readPreferences(value: unknown): Preferences {
  const given = value === undefined ? {} : asObject(value, 'preferences');
  const number = (name: string) =>
    given[name] === undefined ? undefined : readInteger(given[name], name);
  const limitResults = number('limitResults') ?? DEFAULT_LIMIT;
  if (limitResults < 1 || limitResults > LARGEST_LIMIT) {
    throw invalid(`limitResults must be 1 to ${LARGEST_LIMIT}`);
  }
  const startFromOffset = number('startFromOffset') ?? 1;
  if (startFromOffset < 1) throw invalid('startFromOffset must be 1 or more');
  return {
    limitResults,
    startFromOffset,
    startFromId: number('startFromId'),
    verbose:
      given.verbose !== undefined && readBoolean(given.verbose, 'verbose'),
  };
}

/** A part of the results. */
export interface Page<T> {
  items: T[];
  /** The id of the last one, where more follow. */
  lastId?: number;
}

/**
 * The part of the results that is asked for.
 *
 * @param results - in the order of their ids
 * @param idOf - the id of one
 * @param preferences - which part
 * @param behaviours - whether the object with the id to start from is in it, and how large it may be
 */
export function pageOf<T>(
  results: readonly T[],
  idOf: (object: T) => number,
  preferences: Preferences,
  behaviours: Pick<SimulatorBehaviours, 'startFromId' | 'largestPage'>,
): Page<T> {
  const { startFromId, largestPage } = behaviours;
  const { startFromOffset } = preferences;
  const limitResults = Math.min(preferences.limitResults, largestPage);
  const least = preferences.startFromId;
  const rest =
    least === undefined
      ? results
      : results.filter(object =>
          startFromId === 'inclusive'
            ? idOf(object) >= least
            : idOf(object) > least,
        );
  const start = startFromOffset - 1;
  const items = rest.slice(start, start + limitResults);
  const last = items.at(-1);
  const hasMore = rest.length > start + items.length;
  return {
    items,
    ...(hasMore && last !== undefined ? { lastId: idOf(last) } : {}),
  };
}

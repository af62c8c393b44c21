import type { Request } from 'express';
import { readCriteria, type Criterion } from './criteria';
import type { ChangeOf, Field } from './description';
import { readPreferences, type Preferences } from './paging';
import { invalid } from './problem';
import { asObject, readChange, readInteger } from './read';
import { parseXml } from './xml';

/** The types of bodies that are understood. */
export const BODY_TYPES = ['application/json', 'application/xml', 'text/xml'];

/** What a call asks for, whatever the dialect. */
export interface QpsRequest {
  /** The conditions that its objects must fit; empty where there are none. */
  criteria: Criterion[];
  preferences: Preferences;
  /** The id in the path; throws a QpsProblem where there is none. */
  id(): number;
  /** Whether it brings an object. */
  hasData: boolean;
  /**
   * The object that it brings.
   *
   * @param element - the element that it stands in
   * @param field - what it is
   * @throws QpsProblem where there is none or it does not fit
   */
  data<F extends Field>(element: string, field: F): ChangeOf<F>;
}

function parsedBody(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return asObject(body ?? {}, 'The request');
  return body.trim() === '' ? {} : asObject(parseXml(body), 'The request');
}

/**
 * Reads a call in either dialect, by the type of its body.
 *
 * @throws QpsProblem where it does not fit
 */
export function readRequest(req: Request): QpsRequest {
  const body = parsedBody(req.body);
  const isEmpty = Object.keys(body).length === 0;
  if (!isEmpty && body.ServiceRequest === undefined) {
    throw invalid('The request has no ServiceRequest');
  }
  const { filters, preferences, data } = asObject(
    body.ServiceRequest ?? {},
    'ServiceRequest',
  );
  return {
    criteria: readCriteria(filters),
    preferences: readPreferences(preferences),
    id: () => readInteger(req.params.id, 'The id in the path'),
    hasData: data !== undefined && data !== '',
    data: (element, field) => {
      const content = asObject(data ?? {}, 'data');
      const unknown = Object.keys(content).find(name => name !== element);
      if (unknown) throw invalid(`data has an unknown element ${unknown}`);
      if (content[element] === undefined) {
        throw invalid(`The request has no ${element} in its data`);
      }
      return readChange(field, content[element], element);
    },
  };
}

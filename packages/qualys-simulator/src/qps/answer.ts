import type { Request, Response } from 'express';
import {
  integer,
  object,
  text,
  textBoolean,
  type Field,
  type ObjectField,
  type ValueOf,
} from './description';
import { jsonOf } from './json';
import type { Page } from './paging';
import { element, xmlOf } from './xml';

/** A value together with what it is. */
export interface Described {
  /** The element that it stands in. */
  element: string;
  field: Field;
  value: unknown;
}

/** What a call is answered, whatever the dialect. */
export interface QpsAnswer {
  responseCode: string;
  count?: number;
  /** Searches say whether there is more. */
  hasMoreRecords?: boolean;
  lastId?: number;
  data?:
    | { items: readonly Described[] }
    | { field: ObjectField; value: unknown }
    /** Nothing, in an element of its own; JSON leaves that out. */
    | 'blank';
  problem?: { message: string; resolution?: string };
}

/** The objects that a verb was carried out on, or that it reads. */
export function success<F extends Field>(
  name: string,
  field: F,
  values: readonly ValueOf<F>[],
): QpsAnswer {
  return {
    responseCode: 'SUCCESS',
    count: values.length,
    data: { items: values.map(value => ({ element: name, field, value })) },
  };
}

/**
 * A page of a search. Where there is nothing, recorded answers have one of two
 * forms: the simulator takes the longer one where the search had conditions.
 */
export function found<F extends Field>(
  name: string,
  field: F,
  page: Page<ValueOf<F>>,
  hadConditions: boolean,
): QpsAnswer {
  if (page.items.length === 0) {
    const nothing = { responseCode: 'SUCCESS', count: 0 };
    return hadConditions
      ? { ...nothing, hasMoreRecords: false, data: 'blank' }
      : nothing;
  }
  return {
    ...success(name, field, page.items),
    hasMoreRecords: page.lastId !== undefined,
    lastId: page.lastId,
  };
}

/** How many objects there are. */
export function counted(count: number): QpsAnswer {
  return { responseCode: 'SUCCESS', count };
}

const JSON_TYPE = 'application/json';

function wantsJson(req: Request): boolean {
  return req.accepts(['application/xml', 'text/xml', JSON_TYPE]) === JSON_TYPE;
}

function jsonAnswer(answer: QpsAnswer): object {
  const { responseCode, count, hasMoreRecords, lastId, data, problem } = answer;
  let written: unknown;
  if (typeof data === 'object') {
    written =
      'items' in data
        ? data.items.map(item => ({
            [item.element]: jsonOf(item.field, item.value),
          }))
        : jsonOf(data.field, data.value);
  }
  return {
    ServiceResponse: {
      responseCode,
      count,
      // A text, as in recorded answers.
      hasMoreRecords:
        hasMoreRecords === undefined ? undefined : String(hasMoreRecords),
      lastId,
      data: written,
      responseErrorDetails: problem && {
        errorMessage: problem.message,
        errorResolution: problem.resolution,
      },
    },
  };
}

function xmlData(data: NonNullable<QpsAnswer['data']>): string {
  if (data === 'blank') return element('data', ' ');
  if ('field' in data) return element('data', xmlOf(data.field, data.value));
  const items = data.items.map(item =>
    element(item.element, xmlOf(item.field, item.value)),
  );
  return element('data', `\n${items.join('')}`);
}

const ENVELOPE = object({
  responseCode: text,
  count: integer,
  hasMoreRecords: textBoolean,
  lastId: integer,
});

const ERROR_DETAILS = object({ errorMessage: text, errorResolution: text });

function xmlAnswer(answer: QpsAnswer, schema: string): string {
  const { data, problem } = answer;
  let content = xmlOf(ENVELOPE, answer);
  if (data) content += xmlData(data);
  if (problem) {
    const { message, resolution } = problem;
    const details = { errorMessage: message, errorResolution: resolution };
    content += element('responseErrorDetails', xmlOf(ERROR_DETAILS, details));
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<ServiceResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ` xsi:noNamespaceSchemaLocation="${schema}">${content}</ServiceResponse>\n`,
  ].join('');
}

/**
 * Sends an answer in the dialect that is asked for: XML unless the caller
 * accepts JSON rather.
 *
 * @param schema - the schema of the answer, such as `3.0/was/webapp`
 */
export function sendAnswer(
  req: Request,
  res: Response,
  answer: QpsAnswer,
  schema: string,
): void {
  if (wantsJson(req)) {
    res.json(jsonAnswer(answer));
    return;
  }
  const host = encodeURI(req.headers.host ?? '');
  const location = `${req.protocol}://${host}/qps/xsd/${schema}.xsd`;
  res.type('application/xml').send(xmlAnswer(answer, location));
}

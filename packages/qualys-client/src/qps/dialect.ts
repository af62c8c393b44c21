import type { z } from 'zod';
import { notUnderstood, parsedBy } from '../answers';
import type { RequestCore } from '../core';
import {
  Failure,
  jsonFormat,
  type Advice,
  type Call,
  type CallOptions,
  type Format,
} from '../http';
import { xmlFormat } from '../xml';
import {
  readChanged,
  readChangedWhere,
  readData,
  readEnvelope,
} from './envelope';
import { qpsProblemIn } from './problem';
import { requestBody, type QpsDialect, type QpsRequest } from './request';

/** A way to speak with the `qps` APIs: a request core and a form. */
export interface Qps {
  core: RequestCore;
  dialect: QpsDialect;
}

/** How to read an object, whichever form it came in. */
export interface QpsObject<S extends z.ZodType = z.ZodType, T = unknown> {
  /** What it is called on the wire: the element in XML, the wrapper in JSON. */
  name: string;
  /** Built from the parts in `fields.ts`, which take both forms. */
  schema: S;
  transform(wire: z.output<S>): T;
  /** What to say where Qualys refuses. */
  advice: Advice;
}

/** A call of the `qps` APIs. */
export interface QpsCall {
  /** With placeholders: `/qps/rest/3.0/get/was/webapp/{id}`. */
  path: string;
  params?: Record<string, string>;
  request?: QpsRequest;
  /** Tried where the server does not know POST: see {@link Call}. */
  otherMethod?: 'DELETE';
  /** What of the request must not be shown to anyone. */
  secrets?: readonly string[];
}

/** What came of a change. */
export interface QpsWritten {
  /** The ids of the objects that Qualys names. */
  ids: string[];
  /** How many objects Qualys says were changed. */
  count?: number;
}

/** A call in the form of the client, up to the reading of its answer. */
export function qpsCall<T>(
  { dialect }: Qps,
  object: Pick<QpsObject, 'advice'>,
  { request, ...rest }: QpsCall,
  options: CallOptions,
  read: (parsed: unknown) => T,
): Omit<Call<T>, 'method'> {
  const format: Format<unknown> = dialect === 'xml' ? xmlFormat : jsonFormat;
  return {
    family: 'qps',
    ...rest,
    ...(request && { body: requestBody(dialect, request) }),
    options,
    advice: object.advice,
    format,
    problemIn: qpsProblemIn,
    read,
  };
}

/** Reads an item of an answer as its object. */
export function readItem<S extends z.ZodType, T>(
  object: QpsObject<S, T>,
  item: unknown,
  index: number,
): T {
  const at = ['ServiceResponse', 'data', index, object.name];
  return object.transform(parsedBy(object.schema, item, at));
}

function nothingThere({
  name,
  advice,
}: Pick<QpsObject, 'name' | 'advice'>): Failure {
  return new Failure({
    kind: 'notFound',
    what: 'Qualys answered with no object: it knows no such thing, or it is out of the user’s scope.',
    said: `no ${name}`,
    advice: advice.notFound,
  });
}

/**
 * Reads one object. Qualys documents these calls with GET in one place and
 * with POST in another: POST is tried where the server does not know GET.
 */
export function qpsGet<S extends z.ZodType, T>(
  qps: Qps,
  object: QpsObject<S, T>,
  call: Pick<QpsCall, 'path' | 'params'>,
  options: CallOptions = {},
): Promise<T> {
  return qps.core.read({
    ...qpsCall(qps, object, call, options, parsed => {
      const { items, count } = readEnvelope(parsed, object.name, object.advice);
      if (items.length === 0 && count === 0) throw nothingThere(object);
      if (items.length !== 1) throw notUnderstood(['ServiceResponse', 'data']);
      return readItem(object, items[0], 0);
    }),
    method: 'GET',
    otherMethod: 'POST',
  });
}

/** Reads what is no object with an id, such as the version of the portal. */
export function qpsGetData<T>(
  qps: Qps,
  call: Pick<QpsCall, 'path'> & { advice: Advice },
  options: CallOptions,
  read: (data: unknown) => T,
): Promise<T> {
  const { advice, path } = call;
  return qps.core.read({
    ...qpsCall(qps, { advice }, { path }, options, parsed =>
      read(readData(parsed, advice)),
    ),
    method: 'GET',
    otherMethod: 'POST',
  });
}

/**
 * Changes all objects that fulfil conditions, once. What Qualys tells of it is
 * their ids, sometimes more, and for some changes nothing but a count. Where no
 * object fulfils them the count is 0, even where Qualys calls that a failure.
 */
export function qpsWrite(
  qps: Qps,
  object: Pick<QpsObject, 'name' | 'advice'>,
  call: QpsCall,
  options: CallOptions = {},
): Promise<QpsWritten> {
  return qps.core.write({
    ...qpsCall(qps, object, call, options, parsed =>
      readChangedWhere(parsed, object.name, object.advice),
    ),
    method: 'POST',
  });
}

/**
 * Changes, deletes, starts or stops one object, once.
 *
 * @param id - the id of the object, for answers that name none
 * @throws QualysError `notFound` where Qualys says that it worked on 0 objects
 */
export function qpsWriteOne(
  qps: Qps,
  object: Pick<QpsObject, 'name' | 'advice'>,
  id: string,
  call: QpsCall,
  options: CallOptions = {},
): Promise<{ id: string }> {
  return qps.core.write({
    ...qpsCall(qps, object, call, options, parsed => {
      const { ids, count } = readChanged(parsed, object.name, object.advice);
      if (ids.length === 0 && count === 0) throw nothingThere(object);
      return { id: ids[0] ?? id };
    }),
    method: 'POST',
  });
}

/**
 * Creates an object, or starts something that has an id from then on, once.
 *
 * @throws QualysError `outcomeUnknown` where Qualys says that it worked and
 * names no id
 */
export function qpsCreate(
  qps: Qps,
  object: Pick<QpsObject, 'name' | 'advice'>,
  call: QpsCall,
  options: CallOptions = {},
): Promise<{ id: string }> {
  return qps.core.write({
    ...qpsCall(qps, object, call, options, parsed => {
      const { ids } = readChanged(parsed, object.name, object.advice);
      if (ids.length !== 1) {
        throw notUnderstood(['ServiceResponse', 'data', 0, object.name, 'id']);
      }
      return { id: ids[0] };
    }),
    method: 'POST',
  });
}

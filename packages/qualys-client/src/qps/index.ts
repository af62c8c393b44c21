/**
 * The dialect of Asset Management, Web Application Scanning (3.0) and tag search
 * (2.0), in JSON and XML.
 *
 * A resource gets a `Qps` (the request core and the form) and describes each
 * object once, as a `QpsObject`: its name on the wire, a zod schema built from
 * the parts of `fields.ts` (`optionalText`, `optionalBoolean`,
 * `optionalCollection('Tag', …)` …, which read both forms), and a `transform`
 * into the model. It checks what it is given (`checkedBy`, `checkedQpsId`,
 * `checkedWhere`) and then calls
 *
 * - `qpsGet` for one object, `qpsCount`, and `qpsSearch` for lists;
 * - `qpsCreate` for what gets an id, `qpsWriteOne` for a change by id, and
 *   `qpsWrite` for a change by conditions (`request.filters`).
 *
 * A request is one tree, `{ filters, preferences, data: { WebApp: { … } } }`, with
 * ids by `wireId`; undefined is left out. Failures that stand in an answer with
 * HTTP status 200 are thrown; `qpsProblemIn` finds them, for other dialects of
 * the same envelope too.
 *
 * @packageDocumentation
 */

export {
  qpsCreate,
  qpsGet,
  qpsGetData,
  qpsWrite,
  qpsWriteOne,
  type Qps,
  type QpsCall,
  type QpsObject,
  type QpsWritten,
} from './dialect';
export { successIn } from './envelope';
export { collectionData, referencesData } from './collections';
export {
  essentialText,
  optionalBoolean,
  optionalCollection,
  optionalDate,
  optionalInteger,
  optionalObject,
  optionalReference,
  optionalReferences,
  optionalText,
} from './fields';
export { checkedQpsId } from './id';
export { qpsProblemIn } from './problem';
export {
  wireId,
  type QpsDialect,
  type QpsRequest,
  type QpsValue,
} from './request';
export {
  qpsCount,
  qpsSearch,
  type QpsSearch,
  type SearchOptions,
} from './search';
export { checkedWhere } from './where';
export { isObject, textOf } from './values';

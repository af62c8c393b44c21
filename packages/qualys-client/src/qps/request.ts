import type { QpsCriterion } from 'qualys-model';
import type { CallBody } from '../http';
import { writeXml } from '../xml';

/**
 * The forms in which Asset Management and Web Application Scanning are spoken to.
 *
 * @public
 */
export type QpsDialect = 'json' | 'xml';

/** A value in a request. Undefined is left out. */
export type QpsValue =
  | string
  | number
  | boolean
  | undefined
  | readonly QpsValue[]
  | { [name: string]: QpsValue };

/** What a request says, in whichever form it goes. */
export interface QpsRequest {
  filters?: readonly QpsCriterion[];
  preferences?: { [name: string]: QpsValue };
  /** The objects by their names: `{ WebApp: { … } }`. */
  data?: { [name: string]: QpsValue };
}

/**
 * An id as it goes on the wire: the documents show numbers, which JSON cannot
 * hold exactly beyond 2^53.
 */
export function wireId(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) ? number : id;
}

function valueOf({ operator, value }: QpsCriterion): string {
  if (operator === 'NONE') return '';
  return typeof value === 'string' ? value.trim() : value.join(',');
}

function written(
  { filters, preferences, data }: QpsRequest,
  criterion: (one: QpsCriterion) => object,
): object {
  return {
    ServiceRequest: {
      ...(filters?.length && {
        filters: { Criteria: filters.map(criterion) },
      }),
      ...(preferences && { preferences }),
      ...(data && { data }),
    },
  };
}

/**
 * A request in one of the two forms. Both say the same; in XML, a condition
 * carries its field and operator as attributes.
 *
 * Source: Qualys WAS API 3.0, `ServiceRequest` (`xs:all`: in any order).
 *
 * @throws QualysError `invalid` for a text that XML cannot hold
 */
export function requestBody(
  dialect: QpsDialect,
  request: QpsRequest,
): CallBody {
  if (dialect === 'xml') {
    const tree = written(request, one => ({
      '@_field': one.field,
      '@_operator': one.operator,
      '#text': valueOf(one),
    }));
    return { xml: writeXml(tree) };
  }
  return {
    json: written(request, one => ({
      field: one.field,
      operator: one.operator,
      ...(one.operator !== 'NONE' && { value: valueOf(one) }),
    })),
  };
}

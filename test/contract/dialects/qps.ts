import type { QpsExchange, TwoForms } from './inBothDialects';

type QpsRequest = QpsExchange['request'];

/** A request of the `qps` APIs that carries something. */
export const qpsPost = (path: string, body: TwoForms): QpsRequest => ({
  method: 'POST',
  path: `/qps/rest/${path}`,
  body,
});

/** A request of the `qps` APIs that carries nothing. */
export const qpsBare = (
  method: QpsRequest['method'],
  path: string,
): QpsRequest => ({ method, path: `/qps/rest/${path}` });

/** What changes or creates objects: `{ WebApp: … }`. */
export const dataOf = (data: object): TwoForms => ({
  json: { ServiceRequest: { data } },
});

/** What is searched: conditions and the size of a page. */
export const searchOf = (
  limitResults: number,
  criteria?: Array<{ field: string; operator: string; value: string }>,
): TwoForms => ({
  json: {
    ServiceRequest: {
      ...(criteria && { filters: { Criteria: criteria } }),
      preferences: { limitResults },
    },
  },
});

/** A successful answer with objects. */
export const found = (
  data: object[],
  more: { hasMoreRecords?: string; lastId?: number } = {},
): QpsExchange['answer'] => ({
  status: 200,
  json: {
    ServiceResponse: {
      responseCode: 'SUCCESS',
      count: data.length,
      ...more,
      data,
    },
  },
});

/** A successful answer that counts. */
export const counted = (count: number): QpsExchange['answer'] => ({
  status: 200,
  json: { ServiceResponse: { responseCode: 'SUCCESS', count } },
});

/** An answer that refuses. */
export const refused = (
  status: number,
  responseCode: string,
  errorMessage: string,
): QpsExchange['answer'] => ({
  status,
  json: {
    ServiceResponse: {
      responseCode,
      responseErrorDetails: {
        errorMessage,
        errorResolution: 'Check the request and the rights of the user.',
      },
    },
  },
});

/** The root of answers, as the documents print it. */
export const serviceResponse = (schema: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<ServiceResponse xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://qualysapi.qualys.com/qps/xsd/3.0/${schema}">
${content}
</ServiceResponse>`;

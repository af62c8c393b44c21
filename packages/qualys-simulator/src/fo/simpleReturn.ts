import type { Response } from 'express';
import { foDocument } from './xml';

/** What a `SIMPLE_RETURN` says. */
export interface SimpleReturn {
  /** The HTTP status. */
  status: number;
  /** Qualys' own code, such as 1965; left out where it is undefined. */
  code?: number;
  text: string;
  /** Further facts, such as `SECONDS_TO_WAIT`. */
  items?: Record<string, string | number>;
}

/**
 * Answers in the form in which the API server says what went wrong.
 *
 * Source: Qualys VM/PC API, `simple_return.dtd`.
 *
 * @param now - the simulated time, milliseconds since 1970
 */
export function answerSimpleReturn(
  res: Response,
  { status, code, text, items }: SimpleReturn,
  now: number,
): void {
  const document = foDocument('SIMPLE_RETURN', '/api/2.0/simple_return.dtd', {
    RESPONSE: {
      DATETIME: new Date(now).toISOString().replace(/\.\d+Z$/, 'Z'),
      ...(code === undefined ? {} : { CODE: code }),
      TEXT: text,
      ...(items && {
        ITEM_LIST: {
          ITEM: Object.entries(items).map(([KEY, VALUE]) => ({ KEY, VALUE })),
        },
      }),
    },
  });
  res.status(status).type('text/xml').send(document);
}

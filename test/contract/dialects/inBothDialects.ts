import type { Answer, ContractCase, Exchange, Request } from '../contractCase';
import { xmlOf } from './xmlOf';

/** Something that the API takes or gives in two forms. */
export interface TwoForms {
  /** Nothing at all where it is undefined. */
  json: unknown;
  /** As the documents print it; written out from the JSON unless given. */
  xml?: string;
}

/** An exchange of the `qps` APIs, in both of their forms. */
export interface QpsExchange extends Pick<Exchange, 'mayAlsoHold'> {
  request: Omit<Request, 'body' | 'accept' | 'host'> & { body?: TwoForms };
  answer: Pick<Answer, 'status'> & TwoForms;
}

/** A case of the `qps` APIs that runs in both of their forms. */
export interface QpsCase extends Omit<ContractCase, 'exchanges'> {
  exchanges: QpsExchange[];
}

function asJson({ request, answer, mayAlsoHold }: QpsExchange): Exchange {
  const { body, ...rest } = request;
  return {
    request: {
      ...rest,
      host: 'api',
      ...(body && { body: { json: body.json } }),
    },
    answer: { status: answer.status, body: answer.json },
    mayAlsoHold,
  };
}

// In XML every element may occur several times, and holds text or elements.
function describedInXml(
  described: Exchange['mayAlsoHold'],
): Exchange['mayAlsoHold'] {
  return (
    described &&
    Object.fromEntries(
      Object.entries(described).map(([place, fields]) => [
        place
          .replaceAll('[]', '')
          .split('.')
          .map(name => `${name}[]`)
          .join('.'),
        Object.fromEntries(Object.keys(fields).map(name => [name, 'array'])),
      ]),
    )
  );
}

function asXml({ request, answer, mayAlsoHold }: QpsExchange): Exchange {
  const { body, ...rest } = request;
  return {
    request: {
      ...rest,
      host: 'api',
      accept: 'application/xml',
      ...(body && { body: { xml: body.xml ?? xmlOf(body.json) } }),
    },
    answer: {
      status: answer.status,
      xml:
        answer.xml ??
        (answer.json === undefined ? undefined : xmlOf(answer.json)),
    },
    mayAlsoHold: describedInXml(mayAlsoHold),
  };
}

/** One case in JSON and one in XML. What the client makes of them is the same. */
export function inBothDialects(qpsCase: QpsCase): ContractCase[] {
  const { exchanges, settings, ...rest } = qpsCase;
  return [
    {
      ...rest,
      id: `${rest.id}-json`,
      settings: { ...settings, dialect: 'json' },
      exchanges: exchanges.map(asJson),
    },
    {
      ...rest,
      id: `${rest.id}-xml`,
      settings: { ...settings, dialect: 'xml' },
      exchanges: exchanges.map(asXml),
    },
  ];
}

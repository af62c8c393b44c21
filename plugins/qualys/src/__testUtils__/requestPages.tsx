import type {
  ConnectorRequestDetails,
  RequestListQuery,
} from 'backstage-plugin-qualys-common';
import {
  requestListQuerySchema,
  requestListSchema,
} from 'backstage-plugin-qualys-common';
import { Route, Routes } from 'react-router-dom';
import { QualysApiError, type QualysApi } from '../api';
import { RequestsPages } from '../requests/RequestsPages';
import { ASSETS_CHOICES } from './connectorFixtures';
import { renderPart, type RenderOptions } from './render';
import {
  connectorRequest,
  REQUEST_ID,
  requestChoices,
  requestFindings,
} from './requestFixtures';

/** What may be done with a request that waits for whoever looks at it to decide. */
export const MAY_DECIDE: ConnectorRequestDetails['may'] = ['approve', 'reject'];

/** Somebody else's request, which waits for a decision. */
export function submittedRequest(
  overrides: Partial<ConnectorRequestDetails> = {},
): ConnectorRequestDetails {
  return connectorRequest({
    state: 'submitted',
    version: 'r2',
    requester: 'user:default/ann',
    submittedAt: '2026-03-01T10:00:00.000Z',
    may: MAY_DECIDE,
    events: [
      {
        id: 'e1',
        at: '2026-03-01T10:00:00.000Z',
        action: 'submit',
        from: 'draft',
        to: 'submitted',
        actor: 'user:default/ann',
      },
    ],
    ...overrides,
  });
}

/** The same once it is approved. */
export const APPROVED_REQUEST = submittedRequest({
  state: 'approved',
  version: 'r3',
  may: [],
});

/** What the backend answers where a request is not as it was seen. */
export function changedMeanwhile(
  current: ConnectorRequestDetails,
): QualysApiError {
  return new QualysApiError('It has changed meanwhile.', {
    code: 'preconditionFailed',
    status: 412,
    current,
  });
}

export interface RequestPagesOptions extends RenderOptions {
  /** The requests of other people that may be seen. */
  requests?: ConnectorRequestDetails[];
  /** Those of whoever looks. */
  mine?: ConnectorRequestDetails[];
}

/** Renders the pages of requests in a portal whose backend has the given ones. */
export function renderRequestPages(options: RequestPagesOptions = {}) {
  const { mine = [], requests: others = [], api, ...rest } = options;
  const stored = { mine, others };
  const listConnectorRequests = jest.fn(
    async (given: Partial<RequestListQuery>) => {
      const query = requestListQuerySchema.parse(given);
      const seen = {
        mine: stored.mine,
        decidable: stored.others.filter(({ state }) => state === 'submitted'),
        all: [...stored.mine, ...stored.others],
      }[query.scope];
      const found = seen.filter(
        one =>
          (query.state === undefined || one.state === query.state) &&
          (query.provider === undefined || one.provider === query.provider) &&
          (query.q === undefined || one.settings.name?.includes(query.q)),
      );
      const start = Number(query.cursor ?? 0);
      const end = start + query.limit;
      return requestListSchema.parse({
        items: found.slice(start, end),
        totalItems: found.length,
        ...(end < found.length && { nextCursor: String(end) }),
      });
    },
  );
  const getConnectorRequest = jest.fn(async (id: string) => {
    const one = [...stored.mine, ...stored.others].find(
      known => known.id === id,
    );
    if (!one) throw new Error(`There is no request ${id} in this test`);
    return one;
  });
  const actOnConnectorRequest = jest.fn<
    Promise<ConnectorRequestDetails>,
    Parameters<QualysApi['actOnConnectorRequest']>
  >(async () => connectorRequest());
  const rendered = renderPart(
    <Routes>
      <Route path="/qualys/requests/*" element={<RequestsPages />} />
    </Routes>,
    {
      at: `/qualys/requests/${REQUEST_ID}`,
      ...rest,
      api: {
        listConnectorRequests,
        getConnectorRequest,
        actOnConnectorRequest:
          actOnConnectorRequest as unknown as QualysApi['actOnConnectorRequest'],
        getConnectorRequestChoices: async () => requestChoices(),
        getConnectorRequestAssetsChoices: async () => ASSETS_CHOICES,
        checkConnectorRequest: async () => requestFindings(),
        ...api,
      },
    },
  );
  return {
    ...rendered,
    stored,
    listConnectorRequests,
    getConnectorRequest,
    actOnConnectorRequest,
  };
}

import { NotFoundError } from '@backstage/errors';
import {
  connectorRequestDetailsSchema,
  requestAccessSchema,
  requestActSchema,
  requestApproveSchema,
  requestCreateSchema,
  requestFileSchema,
  requestListQuerySchema,
  requestListSchema,
  requestRejectSchema,
  requestSaveSchema,
  requestSubmitSchema,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { z } from 'zod';
import type { AwsRoles } from '../externalIds';
import { defineRoute, type Route, type RouteCall } from '../http';
import { fileRequest } from './file';
import { requestFormRoutes } from './formRoutes';
import type { RequestDeed, RequestService } from './service';

const params = z.strictObject({ id: z.uuid('must be the id of a request') });

type Call = RouteCall<z.infer<typeof params>, unknown, unknown>;

const deedOf = ({
  params: { id },
  ifMatch,
  credentials,
  http,
}: Call): RequestDeed => ({
  id,
  version: ifMatch,
  credentials,
  http,
});

const SUMMARIES = {
  cancel: 'Cancels a request',
  retry: 'Has a request tried again that has failed',
  withdraw: 'Takes a request back that was submitted, to change it',
} as const;

/** The routes of requests for connectors. */
export function requestRoutes(
  deps: Parameters<typeof requestFormRoutes>[0] & {
    awsRoles: AwsRoles;
    service: RequestService;
  },
): Route[] {
  const { awsRoles, service } = deps;
  const answer = {
    response: connectorRequestDetailsSchema,
    version: ({ version }: ConnectorRequestDetails) => version,
    allow: ['user'],
  } as const;
  const change = { ...answer, precondition: true } as const;

  const actRoute = (action: keyof typeof SUMMARIES) =>
    defineRoute({
      method: 'post',
      path: `/requests/:id/${action}`,
      summary: SUMMARIES[action],
      request: { params, body: requestActSchema },
      ...change,
      handler: call => service.act(deedOf(call), action, call.body),
    });

  return [
    defineRoute({
      method: 'get',
      path: '/requests',
      summary: 'A page of the requests for connectors that the caller may see',
      request: { query: requestListQuerySchema },
      response: requestListSchema,
      allow: ['user'],
      handler: call => service.list(call.query, call),
    }),
    defineRoute({
      method: 'post',
      path: '/requests',
      summary: 'Begins a request for a connector, as a draft',
      request: { body: requestCreateSchema },
      ...answer,
      handler: call => service.create(call.body, call),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/file',
      summary:
        'Begins a request and submits it, as far as that goes without a secret; once for each idempotency key',
      request: { body: requestFileSchema },
      ...answer,
      handler: call => fileRequest(service, call.body, call),
    }),
    ...requestFormRoutes(deps),
    defineRoute({
      method: 'get',
      path: '/requests/:id',
      summary: 'One request for a connector, with its course',
      request: { params },
      ...answer,
      handler: call => service.get(call.params.id, call),
    }),
    defineRoute({
      method: 'put',
      path: '/requests/:id',
      summary: 'Saves a draft',
      request: { params, body: requestSaveSchema },
      ...change,
      handler: call => service.save(deedOf(call), call.body.settings),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/:id/submit',
      summary: 'Submits a draft for a decision',
      request: { params, body: requestSubmitSchema },
      ...change,
      handler: call => service.submit(deedOf(call), call.body),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/:id/access',
      summary:
        'Gives a request what Qualys signs in with: the role, or the key',
      request: { params, body: requestAccessSchema },
      ...change,
      handler: call => service.giveAccess(deedOf(call), call.body),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/:id/approve',
      summary: 'Approves a request, with or without changes',
      request: { params, body: requestApproveSchema },
      ...change,
      handler: call => service.approve(deedOf(call), call.body),
    }),
    defineRoute({
      method: 'post',
      path: '/requests/:id/reject',
      summary: 'Rejects a request',
      request: { params, body: requestRejectSchema },
      ...change,
      handler: call => service.reject(deedOf(call), call.body),
    }),
    actRoute('withdraw'),
    actRoute('cancel'),
    actRoute('retry'),
    defineRoute({
      method: 'get',
      path: '/requests/:id/template',
      summary:
        'The CloudFormation template that makes the role of a request, as Qualys writes it',
      request: { params },
      response: z.string(),
      mediaType: 'text/plain',
      allow: ['user'],
      async handler(call) {
        const { id, credentials } = { ...call.params, ...call };
        const { provider, subscription, settings, access } = await service.get(
          id,
          { credentials },
        );
        if (provider !== 'AWS' || access.externalId === undefined) {
          throw new NotFoundError(
            'There is no template for this request, or you may not see it',
          );
        }
        return awsRoles.template(
          subscription,
          settings.partition ?? 'aws',
          access.externalId,
        );
      },
    }),
  ];
}

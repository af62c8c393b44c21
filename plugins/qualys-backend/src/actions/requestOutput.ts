import {
  REQUEST_ACTIONS,
  REQUEST_STATES,
  type ConnectorRequest,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { CLOUD_PROVIDERS } from 'qualys-model';
import type { z as Zod } from 'zod/v3';
import type { PortalLinks } from './links';
import { conflictInWords, nextStep } from './words';

/** A request as actions tell it, in zod 3. */
export const requestOutput = (z: typeof Zod) =>
  z.object({
    id: z.string(),
    version: z
      .string()
      .describe('What a decision is made from: hand it over unchanged'),
    url: z.string().describe('Its page in the portal, for people'),
    state: z.enum(REQUEST_STATES),
    next: z.string().describe('What has to happen next, for people'),
    subscription: z.string(),
    provider: z.enum(CLOUD_PROVIDERS),
    name: z.string().optional(),
    account: z.string().optional(),
    purpose: z.string().optional(),
    owner: z
      .string()
      .optional()
      .describe('Who shall own it, as an entity reference'),
    requester: z.string().describe('Who asks, as an entity reference'),
    createdAt: z.string(),
    updatedAt: z.string(),
    submittedAt: z.string().optional(),
    problem: z
      .string()
      .optional()
      .describe('What is wrong, or what it waits for'),
    connectorEntityRef: z
      .string()
      .optional()
      .describe('The entity of the connector, once there is one'),
  });

/** A request with what one needs who goes on with it or decides, in zod 3. */
export const requestDetailsOutput = (z: typeof Zod) =>
  requestOutput(z).extend({
    settings: z.object({}).passthrough().describe('All that is asked for'),
    externalId: z
      .string()
      .optional()
      .describe('AWS: the external ID that goes into the trust policy'),
    trustPolicy: z
      .string()
      .optional()
      .describe('AWS: the trust policy of the role, as JSON'),
    arn: z.string().optional().describe('AWS: the role that was given'),
    conflicts: z.array(z.string()).describe('What whoever decides should know'),
    may: z
      .array(z.enum(REQUEST_ACTIONS))
      .describe('What you may do with it now'),
    mayNotDecideBecause: z.string().optional(),
  });

/** A request in the shape of {@link requestOutput}. */
export function toRequestOutput(request: ConnectorRequest, links: PortalLinks) {
  const { id, version, state, subscription, provider, requester } = request;
  const { settings, createdAt, updatedAt, submittedAt, problem } = request;
  const { name, account, purpose, owner } = settings;
  const url = links.request(id);
  return {
    id,
    version,
    url,
    state,
    next: nextStep(request, url),
    subscription,
    provider,
    name,
    account,
    purpose,
    owner,
    requester,
    createdAt,
    updatedAt,
    submittedAt,
    problem: problem?.message,
    connectorEntityRef: request.connector?.entityRef,
  };
}

/** A request in the shape of {@link requestDetailsOutput}. */
export function toRequestDetailsOutput(
  request: ConnectorRequestDetails,
  links: PortalLinks,
) {
  const { settings, access, awsRole, may, mayNotDecideBecause } = request;
  return {
    ...toRequestOutput(request, links),
    settings,
    externalId: access.externalId,
    trustPolicy: awsRole?.trustPolicy,
    arn: access.arn,
    conflicts: request.conflicts.map(conflictInWords),
    may,
    mayNotDecideBecause,
  };
}

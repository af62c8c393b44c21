import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST } from 'backstage-plugin-qualys-common';
import { z } from 'zod';

/**
 * What rules can go by of a request for a connector.
 *
 * @public
 */
export interface RequestResource {
  /** Who asks, as an entity reference. */
  requester: string;
  /** Who shall own the connector, as an entity reference; missing while nobody has said. */
  owner?: string;
}

/**
 * What a rule asks of the requests in the database: that one of some
 * references stands in a field.
 *
 * @public
 */
export interface RequestFilter {
  /** The field in which one of them stands. */
  field: keyof RequestResource;
  /** Entity references in lower case. */
  values: string[];
}

/**
 * The requests for connectors, as the permission framework knows them.
 *
 * @public
 */
export const qualysRequestResourceRef = createPermissionResourceRef<
  RequestResource,
  RequestFilter
>().with({
  pluginId: 'qualys',
  resourceType: RESOURCE_TYPE_QUALYS_CONNECTOR_REQUEST,
});

const lower = (refs: readonly string[]) =>
  refs.map(ref => ref.toLocaleLowerCase('en-US'));

function holds(
  { field, values }: RequestFilter,
  resource: RequestResource,
): boolean {
  const value = resource[field]?.toLocaleLowerCase('en-US');
  return value !== undefined && values.includes(value);
}

const claimsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Entity references, such as those of a user and of the groups'),
});

/**
 * Lets through the requests that one of some users has made.
 *
 * @public
 */
export const isRequester = createPermissionRule({
  name: 'IS_REQUESTER',
  description: 'Lets through the requests that one of the users has made',
  resourceRef: qualysRequestResourceRef,
  paramsSchema: claimsSchema,
  apply: (resource, { claims }) =>
    holds({ field: 'requester', values: lower(claims) }, resource),
  toQuery: ({ claims }) => ({ field: 'requester', values: lower(claims) }),
});

/**
 * Lets through the requests for connectors that one of some groups shall own.
 *
 * @public
 */
export const isRequestOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Lets through the requests for connectors that one of the groups shall own',
  resourceRef: qualysRequestResourceRef,
  paramsSchema: claimsSchema,
  apply: (resource, { claims }) =>
    holds({ field: 'owner', values: lower(claims) }, resource),
  toQuery: ({ claims }) => ({ field: 'owner', values: lower(claims) }),
});

/**
 * All rules for requests.
 *
 * @public
 */
export const qualysRequestRules = { isRequester, isRequestOwner };

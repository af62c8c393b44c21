import {
  integrationIdSchema,
  securityHubAccountsDeletionSchema,
  securityHubCompleteConfigurationsSchema,
  securityHubConfigurationsInputSchema,
  securityHubNameSchema,
  securityHubRegionsDeletionSchema,
  type SecurityHubAccountsDeletion,
} from 'qualys-model';
import { QualysError } from '../errors';
import type { RequestCore } from '../core';
import { jsonFormat, type Call, type CallOptions } from '../http';
import { checkedBy } from '../input';
import { qpsProblemIn } from '../qps';
import { advice } from './advice';
import { readCreated, readDone, readReading } from './answer';
import type { SecurityHub } from './resource';
import { accountsBody, regionsBody, vmConfigsBody } from './write';

type Verb = 'add' | 'update' | 'get' | 'delete';

const path = (verb: Verb, rest: string) =>
  `/qps/rest/2.0/${verb}/integration/amazon/securityhub${rest}`;

const WHAT = 'A Security Hub integration';

const checkedId = (id: string) => ({
  id: checkedBy(integrationIdSchema, id, WHAT, ['id']),
});
const checkedName = (name: string) => ({
  name: checkedBy(securityHubNameSchema, name, WHAT, ['name']),
});

/** The accounts to be deleted, where it is clear what that may come to. */
function checkedDeletion(
  input: SecurityHubAccountsDeletion,
  mayDeleteAll = false,
): SecurityHubAccountsDeletion {
  const deletion = checkedBy(securityHubAccountsDeletionSchema, input, WHAT);
  if ('allAccounts' in deletion || mayDeleteAll) return deletion;
  throw new QualysError(
    'invalid',
    `${WHAT}: awsAccounts: Qualys may not look at the accounts that are named, and delete all of them. To take out some, write the others with reconfigure; or set mayDeleteAll: true. Nothing was sent.`,
    { path: 'awsAccounts' },
  );
}

function callOf<T>(
  call: Pick<
    Call<T>,
    'method' | 'otherMethod' | 'path' | 'params' | 'body' | 'options' | 'read'
  >,
): Call<T> {
  return {
    ...call,
    family: 'qps',
    advice,
    format: jsonFormat,
    problemIn: qpsProblemIn,
  };
}

/** The Security Hub integrations, on a request core. */
export function securityHubResource(core: RequestCore): SecurityHub {
  const read = (
    rest: string,
    params: Record<string, string>,
    options?: CallOptions,
  ) =>
    core.read(
      callOf({
        method: 'GET',
        path: path('get', rest),
        params,
        options,
        read: readReading,
      }),
    );

  /** A change to one integration. */
  const change = (
    call: Pick<Call<void>, 'method' | 'otherMethod' | 'path'>,
    params: { id: string },
    json: unknown,
    options?: CallOptions,
  ) =>
    core.write(
      callOf({
        ...call,
        params,
        ...(json !== undefined && { body: { json } }),
        options,
        read: readDone,
      }),
    );

  return {
    create: async (name, options) =>
      core.write(
        callOf({
          method: 'POST',
          path: path('add', ''),
          body: { json: checkedName(name) },
          options,
          read: readCreated,
        }),
      ),

    configure: async (id, configurations, options) =>
      change(
        { method: 'POST', path: path('add', '/{id}/vm') },
        checkedId(id),
        vmConfigsBody(
          checkedBy(securityHubConfigurationsInputSchema, configurations, WHAT),
        ),
        options,
      ),

    rename: async (id, name, options) =>
      change(
        { method: 'POST', otherMethod: 'PUT', path: path('update', '/{id}') },
        checkedId(id),
        checkedName(name),
        options,
      ),

    reconfigure: async (id, configurations, options) =>
      change(
        {
          method: 'PUT',
          otherMethod: 'POST',
          path: path('update', '/{id}/vm'),
        },
        checkedId(id),
        vmConfigsBody(
          checkedBy(
            securityHubCompleteConfigurationsSchema,
            configurations,
            WHAT,
          ),
        ),
        options,
      ),

    list: async options => read('/', {}, options),
    listVm: async options => read('/vm/', {}, options),
    get: async (id, options) => read('/{id}/vm/', checkedId(id), options),

    delete: async (id, options) =>
      change(
        {
          method: 'DELETE',
          otherMethod: 'POST',
          path: path('delete', '/{id}'),
        },
        checkedId(id),
        undefined,
        options,
      ),

    deleteAccounts: async (id, accounts, { mayDeleteAll, ...options } = {}) =>
      change(
        {
          method: 'POST',
          otherMethod: 'DELETE',
          path: path('delete', '/{id}/vm'),
        },
        checkedId(id),
        accountsBody(checkedDeletion(accounts, mayDeleteAll)),
        options,
      ),

    deleteRegions: async (id, regions, options) =>
      change(
        {
          method: 'POST',
          otherMethod: 'DELETE',
          path: path('delete', '/{id}/vm/regions'),
        },
        checkedId(id),
        regionsBody(checkedBy(securityHubRegionsDeletionSchema, regions, WHAT)),
        options,
      ),
  };
}

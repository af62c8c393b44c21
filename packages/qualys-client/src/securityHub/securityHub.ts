import {
  integrationIdSchema,
  securityHubAccountsDeletionSchema,
  securityHubCompleteConfigurationsSchema,
  securityHubConfigurationsInputSchema,
  securityHubNameSchema,
  securityHubRegionsDeletionSchema,
  type SecurityHubAccountsDeletion,
  type SecurityHubConfiguration,
  type SecurityHubIntegration,
  type SecurityHubRegionsDeletion,
} from 'qualys-model';
import { z } from 'zod';
import {
  jsonFormat,
  type Call,
  type CallOptions,
  type RequestCore,
} from '../http';
import { checkedBy } from '../input';
import { qpsProblemIn } from '../qps';
import { advice } from './advice';
import { readCreated, readDone, readReading } from './answer';
import { accountsBody, regionsBody, vmConfigsBody } from './write';

/**
 * What was read of Security Hub integrations.
 *
 * @public
 */
export interface SecurityHubReading {
  /** The integrations, in the order of the answer. */
  integrations: SecurityHubIntegration[];
  /** The texts that they were read from, as Qualys sent them: maps as Java prints them. */
  raw: string[];
}

/**
 * The AWS Security Hub integrations of VM/VMDR.
 *
 * An id is digits and never changes. The calls answer with sentences, whose
 * words mean nothing here: a change that returns was made.
 *
 * Source: AWS Security Hub Integration (API 2.0,
 * `/qps/rest/2.0/<verb>/integration/amazon/securityhub`). Each path has its
 * slash at the end, or none, as the samples have it.
 *
 * @public
 */
export interface SecurityHub {
  /**
   * Creates an integration, without any account yet.
   *
   * @param name - its name, unique in the subscription
   * @param options - a signal to give it up, and its priority
   * @throws QualysError `invalid` for a name that could not be read back for certain; nothing is sent
   */
  create(name: string, options?: CallOptions): Promise<{ id: string }>;

  /**
   * Enables an integration for VM/VMDR, with its first accounts.
   *
   * @param id - the id of the integration
   * @param configurations - severity, category and regions for groups of AWS accounts; an account with a zero at its beginning goes as text, since a number would lose it
   * @param options - a signal to give it up, and its priority
   */
  configure(
    id: string,
    configurations: readonly SecurityHubConfiguration[],
    options?: CallOptions,
  ): Promise<void>;

  /**
   * Gives an integration another name.
   *
   * @param id - the id of the integration
   * @param name - its new name, unique in the subscription
   * @param options - a signal to give it up, and its priority
   */
  rename(id: string, name: string, options?: CallOptions): Promise<void>;

  /**
   * Writes the configurations of an integration. Whether Qualys replaces the
   * stored ones by these or merges both is not documented: give all that there
   * shall be (the rows that were read, changed by `replaceRows` and grouped by
   * `toConfigurations`), and read back afterwards. Members of rows that are not
   * known (`others`) cannot be written.
   *
   * @param id - the id of the integration
   * @param configurations - all configurations that the integration shall have; severities and categories may be any that were read
   * @param options - a signal to give it up, and its priority
   */
  reconfigure(
    id: string,
    configurations: readonly SecurityHubConfiguration[],
    options?: CallOptions,
  ): Promise<void>;

  /**
   * The integrations with their configurations.
   *
   * @param options - a signal to give it up, and its priority
   * @throws QualysError `unexpectedAnswer` where any part of the answer cannot be read: never half a result
   */
  list(options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * The integrations with VM/VMDR. The document does not say how this differs
   * from {@link SecurityHub.list}, which names the application in its answer.
   *
   * @param options - a signal to give it up, and its priority
   * @throws QualysError as {@link SecurityHub.list}
   */
  listVm(options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * One integration with VM/VMDR. What else the answer may hold is not
   * documented: look for the id in it.
   *
   * @param id - the id of the integration
   * @param options - a signal to give it up, and its priority
   * @throws QualysError as {@link SecurityHub.list}
   */
  get(id: string, options?: CallOptions): Promise<SecurityHubReading>;

  /**
   * Deletes an integration.
   *
   * @param id - the id of the integration
   * @param options - a signal to give it up, and its priority
   */
  delete(id: string, options?: CallOptions): Promise<void>;

  /**
   * Takes AWS accounts out of an integration. The document shows no body for
   * this call, so Qualys may not look at the accounts that are named and delete
   * **all** of them. To take out some, write the others with
   * {@link SecurityHub.reconfigure}, and read back.
   *
   * @param id - the id of the integration
   * @param accounts - named accounts, or expressly all
   * @param options - a signal to give it up, and its priority
   */
  deleteAccounts(
    id: string,
    accounts: SecurityHubAccountsDeletion,
    options?: CallOptions,
  ): Promise<void>;

  /**
   * Takes regions out of AWS accounts of an integration.
   *
   * @param id - the id of the integration
   * @param regions - the accounts, with the regions that each loses
   * @param options - a signal to give it up, and its priority
   */
  deleteRegions(
    id: string,
    regions: SecurityHubRegionsDeletion,
    options?: CallOptions,
  ): Promise<void>;
}

type Verb = 'add' | 'update' | 'get' | 'delete';

const path = (verb: Verb, rest: string) =>
  `/qps/rest/2.0/${verb}/integration/amazon/securityhub${rest}`;

const WHAT = 'A Security Hub integration';
const oneSchema = z.object({ id: integrationIdSchema });
const namedSchema = z.object({ name: securityHubNameSchema });

const checkedId = (id: string) => checkedBy(oneSchema, { id }, WHAT);
const checkedName = (name: string) => checkedBy(namedSchema, { name }, WHAT);

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

    deleteAccounts: async (id, accounts, options) =>
      change(
        {
          method: 'POST',
          otherMethod: 'DELETE',
          path: path('delete', '/{id}/vm'),
        },
        checkedId(id),
        accountsBody(
          checkedBy(securityHubAccountsDeletionSchema, accounts, WHAT),
        ),
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

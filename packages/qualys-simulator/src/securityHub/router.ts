import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Behaviours } from '../behaviours/behaviours';
import type { Clock } from '../core/clock';
import { complaint } from '../core/complaint';
import { ObjectIdError } from '../core/idError';
import { methodNotAllowed } from '../http/answers';
import { UNREADABLE, unreadableStatus } from '../http/readBody';
import {
  accountsSchema,
  configurationsSchema,
  nameSchema,
  regionsSchema,
  type SecurityHubIntegration,
} from './integration';
import { printIntegration } from './print';
import type { SecurityHubIntegrations } from './store';

type Method = 'get' | 'post' | 'put' | 'delete';

/** A call that cannot be carried out. */
class Refusal extends Error {}

function answer(res: Response, data: readonly string[], count = 1): void {
  res.json({ ServiceResponse: { count, responseCode: 'SUCCESS', data } });
}

// As the other `qps` APIs: what is wrong stands in an answer of 200.
function refuse(res: Response, responseCode: string, errorMessage: string) {
  const responseErrorDetails = { errorMessage };
  res.json({ ServiceResponse: { responseCode, responseErrorDetails } });
}

function refuseBecauseOf(error: unknown, res: Response): void {
  if (error instanceof z.ZodError) {
    refuse(res, 'INVALID_REQUEST', complaint(error));
  } else if (error instanceof Refusal) {
    refuse(res, 'INVALID_REQUEST', error.message);
  } else if (error instanceof ObjectIdError) {
    refuse(res, 'OBJECT_NOT_FOUND', error.message);
  } else {
    throw error;
  }
}

const isEmpty = (body: unknown) =>
  typeof body === 'object' && body !== null && Object.keys(body).length === 0;

/**
 * Security Hub integrations, under `/qps/rest/2.0`; every path also with a
 * slash at its end.
 *
 * Source: AWS Security Hub Integration. Not documented, and assumed: how a call
 * is refused, the body that names accounts to be deleted, that configuring adds
 * to the accounts that are there, and that `count` is the number of
 * integrations read or of accounts deleted.
 */
export function securityHubRouter(
  integrations: SecurityHubIntegrations,
  behaviours: Behaviours,
  clock: Clock,
): Router {
  const router = Router({ caseSensitive: true });

  function existing({ params }: Request): SecurityHubIntegration {
    const integration = integrations.get(params.id);
    if (integration) return integration;
    const message = `There is no integration ${params.id}`;
    throw new ObjectIdError('unknown', message);
  }

  function freeName(body: unknown, id?: string): string {
    const { name } = nameSchema.parse(body);
    if (!integrations.isNameTaken(name, id)) return name;
    throw new Refusal(`The name ${name} is used by another integration`);
  }

  function read(
    res: Response,
    form: 'full' | 'vm',
    found = integrations.list(),
  ) {
    const condition = behaviours.current.securityHubStrings;
    const data = found.map(one => printIntegration(one, form, condition));
    answer(res, data, data.length);
  }

  /** The accounts that a call wants to be deleted; undefined for all of them. */
  function accountsToDelete(body: unknown): string[] | undefined {
    switch (behaviours.current.securityHubDeleteAccounts) {
      case 'ignoresBody':
        return undefined;
      case 'refusesBody':
        if (isEmpty(body)) return undefined;
        throw new Refusal('No body is taken');
      default:
        return accountsSchema.parse(body).awsAccounts;
    }
  }

  function on(
    method: Method,
    verb: 'add' | 'update' | 'get' | 'delete',
    rest: string,
    act: (req: Request, res: Response) => void,
  ): void {
    const path = `/${verb}/integration/amazon/securityhub${rest}`;
    router[method](path, (req: Request, res: Response) => {
      try {
        if (unreadableStatus(res)) throw new Refusal(UNREADABLE);
        act(req, res);
      } catch (error) {
        refuseBecauseOf(error, res);
      }
    });
    router.all(path, methodNotAllowed([method.toUpperCase()], clock));
  }

  on('post', 'add', '', (req, res) => {
    const { id } = integrations.add({ name: freeName(req.body) });
    answer(res, [`integrationId=${id}`]);
  });
  on('post', 'add', '/:id/vm', (req, res) => {
    const { id } = existing(req);
    const rows = configurationsSchema.parse(req.body);
    integrations.configure(id, rows, 'merges');
    answer(res, ['VM successfully enabled for AWS security hub.']);
  });
  on('post', 'update', '/:id', (req, res) => {
    const { id } = existing(req);
    integrations.rename(id, freeName(req.body, id));
    answer(res, ['AWS security hub integration successfully updated.']);
  });
  on('put', 'update', '/:id/vm', (req, res) => {
    const { id } = existing(req);
    const rows = configurationsSchema.parse(req.body);
    integrations.configure(id, rows, behaviours.current.securityHubPut);
    answer(res, [
      'AWS accounts and their VM configuration successfully updated.',
    ]);
  });
  on('get', 'get', '', (_req, res) => read(res, 'full'));
  on('get', 'get', '/vm', (_req, res) => read(res, 'vm'));
  on('get', 'get', '/:id/vm', (req, res) => read(res, 'vm', [existing(req)]));
  on('delete', 'delete', '/:id', (req, res) => {
    integrations.remove(existing(req).id);
    answer(res, ['AWS security hub integration successfully deleted.']);
  });
  on('post', 'delete', '/:id/vm', (req, res) => {
    const { id } = existing(req);
    const accounts = accountsToDelete(req.body);
    const count = integrations.removeAccounts(id, accounts);
    answer(
      res,
      ['AWS accounts successfully deleted from AWS security hub integration.'],
      count,
    );
  });
  on('post', 'delete', '/:id/vm/regions', (req, res) => {
    const { id } = existing(req);
    const { vmRegionConfigs } = regionsSchema.parse(req.body);
    integrations.removeRegions(id, vmRegionConfigs);
    answer(res, [
      'Regions successfully deleted from AWS accounts in AWS security hub integration.',
    ]);
  });

  return router;
}

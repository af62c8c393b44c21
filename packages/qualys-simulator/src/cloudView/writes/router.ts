import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Behaviours } from '../../behaviours/behaviours';
import type { Clock } from '../../core/clock';
import { complaint } from '../../core/complaint';
import { methodNotAllowed, notFound, springError } from '../../http/answers';
import type {
  CloudProvider,
  ConnectorRecord,
  ConnectorSettings,
} from '../connectors/connector';
import { awsWrites } from './aws';
import { refuse } from '../refuse';
import { azureWrites } from './azure';
import type { ConnectorWrites } from './connectorWrites';
import { gcpWrites } from './gcp';
import type { ProviderWrites } from './providerWrites';

const idsSchema = z
  .array(z.string(), 'connectorIds must be an array of ids')
  .min(1, 'connectorIds must not be empty');

/**
 * What changes the connectors of CloudView, under `/cloudview-api`.
 *
 * Source: CloudView API v1.
 */
export function connectorWritesRouter(
  writes: ConnectorWrites,
  behaviours: Behaviours,
  clock: Clock,
): Router {
  const router = Router({ caseSensitive: true });

  // Refuses a body of another type, and answers 400 to one that does not fit.
  function taking<P>(
    type: string,
    act: (req: Request<P>, res: Response) => void | Promise<void>,
  ) {
    return async (req: Request<P>, res: Response) => {
      if (!req.is(type)) {
        const given = req.headers['content-type'] ?? '';
        const message = `Content type '${given}' not supported`;
        springError(res, 415, message, clock.now());
        return;
      }
      try {
        await act(req, res);
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error;
        refuse(res, 400, complaint(error), clock.now());
      }
    };
  }

  // Nothing is done unless every id of the body is one of a connector.
  function takingIds(
    provider: CloudProvider,
    unknownStatus: 400 | 404,
    act: (records: ConnectorRecord[], res: Response) => void,
  ) {
    return taking('application/json', (req, res) => {
      const ids = [...new Set(idsSchema.parse(req.body))];
      const records = ids.flatMap(id => writes.find(provider, id) ?? []);
      const unknown = ids.find(id => !writes.find(provider, id));
      if (unknown === undefined) {
        act(records, res);
      } else {
        const message = `There is no connector ${unknown}`;
        refuse(res, unknownStatus, message, clock.now());
      }
    });
  }

  function addRoutes<P extends CloudProvider>(of: ProviderWrites<P>) {
    const { provider, bodyType } = of;
    const path = `/rest/v1/${provider.toLowerCase()}/connectors`;

    router.post(
      path,
      taking(bodyType, async (req, res) => {
        const { settings, isKeyRevoked } = await of.create(req.body);
        res.json(writes.create(settings, isKeyRevoked));
      }),
    );

    router.delete(
      path,
      takingIds(provider, 400, (records, res) => {
        writes.remove(records);
        res.status(200).end();
      }),
    );

    router.post(
      `${path}/run`,
      takingIds(provider, 404, (records, res) => {
        if (records.every(({ settings }) => settings.isDisabled)) {
          const message = 'The connectors are disabled';
          refuse(res, 400, message, clock.now());
          return;
        }
        writes.run(records);
        res.status(200).end();
      }),
    );

    for (const verb of ['enable', 'disable']) {
      router.patch(
        `${path}/connectors/${verb}`,
        takingIds(provider, 400, (records, res) => {
          writes.setDisabled(records, verb === 'disable');
          res.json({ acknowledged: true });
        }),
      );
    }

    router.put(
      `${path}/:connectorId`,
      taking<{ connectorId: string }>(bodyType, async (req, res) => {
        const record = writes.find(provider, req.params.connectorId);
        if (!record) {
          notFound(res, clock.now());
          return;
        }
        const kept = record.settings as Extract<
          ConnectorSettings,
          { provider: P }
        >;
        const { settings, isReadAnew, isKeyRevoked } = await of.update(
          kept,
          req.body,
          behaviours.current,
        );
        res.json(writes.update(record, settings, { isReadAnew, isKeyRevoked }));
      }),
    );

    router.all(path, methodNotAllowed(['GET', 'POST', 'DELETE'], clock));
    router.all(`${path}/run`, methodNotAllowed(['POST'], clock));
    router.all(
      `${path}/connectors/:verb(enable|disable)`,
      methodNotAllowed(['PATCH'], clock),
    );
    router.all(`${path}/:connectorId`, methodNotAllowed(['GET', 'PUT'], clock));
  }

  addRoutes(awsWrites);
  addRoutes(azureWrites);
  addRoutes(gcpWrites);
  return router;
}

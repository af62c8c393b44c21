import { Router } from 'express';
import type { Behaviours } from '../behaviours/behaviours';
import { complaint } from '../core/complaint';
import type { Clock } from '../core/clock';
import { methodNotAllowed } from '../http/answers';
import { requireReadable, UNREADABLE } from '../http/readBody';
import { s3UpdateSchema } from './integration';
import type { S3Integrations } from './store';

/**
 * S3 integrations, under `/partner-integration/aws/s3`: the one call that is
 * documented.
 *
 * Source: AWS S3 integration: Update Integration. How a call is refused is not
 * documented; the simulator answers a status and a message.
 */
export function s3Router(
  integrations: S3Integrations,
  behaviours: Behaviours,
  clock: Clock,
): Router {
  const router = Router({ caseSensitive: true });
  router.use(
    requireReadable((res, status) =>
      res.status(status).json({ message: UNREADABLE }),
    ),
  );

  router.put('/:id/vm', (req, res) => {
    const { id } = req.params;
    const refused = (status: number, message: string) =>
      res.status(status).json({ message });
    if (!req.is('application/json')) {
      refused(415, 'JSON is wanted');
      return;
    }
    if (!integrations.get(id)) {
      refused(404, `There is no integration ${id}.`);
      return;
    }
    const parsed = s3UpdateSchema.safeParse(req.body);
    if (!parsed.success) {
      refused(400, complaint(parsed.error));
      return;
    }
    if (integrations.isNameTaken(parsed.data.name, id)) {
      refused(400, `name: ${parsed.data.name} is used by another integration`);
      return;
    }
    const { externalId } = integrations.update(
      id,
      parsed.data,
      behaviours.current.s3OmittedFields,
    );
    // Both spellings, and the space in the external ID, stand in the samples.
    res.json(
      parsed.data.regenerateExternalId
        ? {
            message: 'AWS S3 VM Integration successfully updated.',
            externalId,
          }
        : { messsage: 'AWS S3 VM integration successfully updated.' },
    );
  });
  router.all('/:id/vm', methodNotAllowed(['PUT'], clock));

  return router;
}

import { z } from 'zod';
import { isConnectorId } from '../connectorId';

const MOST = 100;
const ID =
  'must be the id of a connector: a UUID, like 7f25a529-4629-31e6-9bef-7a5828c360a8';

/**
 * The rule for the id of a connector: see {@link isConnectorId}.
 *
 * Source: CloudView API v1, `connectorId`.
 *
 * @public
 */
export const connectorIdSchema = z.string(ID).refine(isConnectorId, ID);

/**
 * The rule for the connectors that one call deletes, runs, switches on or
 * switches off: 1 to 100 ids, or one on its own, which counts as a list of it.
 * What stands in the list twice is sent once.
 *
 * Source: CloudView API v1, `connectorIds`. That a hundred are enough for a
 * call is assumed; no limit is documented.
 *
 * @public
 */
export const connectorIdsSchema: z.ZodType<
  string[],
  string | readonly string[]
> = z
  .custom<string | readonly string[]>()
  .transform(value =>
    typeof value === 'string' ? [value] : (value as string[]),
  )
  .pipe(
    z
      .array(connectorIdSchema, 'must be the ids of connectors')
      .min(1, 'must name at least one connector')
      .max(
        MOST,
        `must name at most ${MOST} connectors: make several calls for more`,
      ),
  )
  .transform(ids => [...new Set(ids)]);

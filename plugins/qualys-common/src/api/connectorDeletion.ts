import { z } from 'zod';
import { settingsReasonSchema } from './settings';

/**
 * The body of `POST /connectors/:subscription/:id/delete`.
 *
 * @public
 */
export const connectorDeleteSchema = z.strictObject({
  /** The name of the connector, typed, so that it is the right one. */
  name: z.string().max(300),
  reason: settingsReasonSchema,
});

/** The answer where a connector was deleted. @public */
export const connectorDeletedSchema = z.object({ deleted: z.literal(true) });

/** The body with which a connector is deleted. @public */
export type ConnectorDelete = z.infer<typeof connectorDeleteSchema>;

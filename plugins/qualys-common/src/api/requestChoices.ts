import { cloudProviderSchema } from 'qualys-model';
import { z } from 'zod';
import { createThroughSchema } from './requestSettings';

/**
 * What the form of a request can choose from.
 *
 * @public
 */
export const requestChoicesSchema = z.object({
  subscriptions: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** The clouds whose connectors the portal reads. */
      clouds: z.array(cloudProviderSchema),
      createThrough: createThroughSchema,
    }),
  ),
  /** The groups of the caller, as entity references. */
  owners: z.array(z.string()),
  /** Whether the portal can hold keys; without, Azure and GCP cannot be asked for. */
  holdsKeys: z.boolean(),
  /** Whether the caller may create connectors without asking. */
  mayCreateDirectly: z.boolean(),
});

/** What the form of a request can choose from. @public */
export type RequestChoices = z.infer<typeof requestChoicesSchema>;

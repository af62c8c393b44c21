import { z } from 'zod';

/**
 * Why connectors that a complete sync no longer found are kept until a person
 * decides.
 *
 * - `all`: no connector of the cloud was found any more.
 * - `tooMany`: more are missing than may go at once.
 * - `wholeGroups`: few are missing, but all members of these groups.
 *
 * @public
 */
export const heldBackReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('all') }),
  z.object({
    code: z.literal('tooMany'),
    /** How many may go at once. */
    limit: z.number().int(),
  }),
  z.object({
    code: z.literal('wholeGroups'),
    /** The names of the groups. */
    groups: z.array(z.string()),
  }),
]);

/** Why connectors that a sync no longer found are kept. @public */
export type HeldBackReason = z.infer<typeof heldBackReasonSchema>;

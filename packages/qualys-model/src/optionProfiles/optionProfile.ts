import { z } from 'zod';

/**
 * An option profile of Vulnerability Management: how a scan goes about its
 * work. A cloud perimeter scan names one by its id.
 *
 * Source: Qualys API (VM, PC), "VM Option Profile List", `BASIC_INFO` of
 * `option_profile_info.dtd`.
 *
 * @public
 */
export const optionProfileSchema = z.object({
  /** A number, as text. */
  id: z.string().min(1),
  /** The name that people gave it (`GROUP_NAME`); any text. */
  title: z.string(),
  /** Who made it up: `user`, or one of Qualys' own kinds (`pci`, `rv10`, `sans20`, …); an open set. */
  type: z.string().optional(),
  /** Its owner, as Qualys names them: `John Smith (jsmith_ap)`. */
  owner: z.string().optional(),
  /** Whether it is the one that scans take unless another one is named. */
  isDefault: z.boolean(),
  /** Whether other users may use it. */
  isGlobal: z.boolean(),
  /** When it was last changed (ISO 8601, UTC), where it ever was. */
  updatedOn: z.string().optional(),
});

/** An option profile of Vulnerability Management. @public */
export type OptionProfile = z.infer<typeof optionProfileSchema>;

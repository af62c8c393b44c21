import { z } from 'zod';
import { securityHubRowSchema } from './row';

const othersSchema = z.record(z.string(), z.unknown()).optional();

/**
 * What a Security Hub integration does for one AWS account, as it was read.
 *
 * Source: AWS Security Hub Integration, "Get Details of the Amazon Security
 * Hub", `vmConfigs`.
 *
 * @public
 */
export const securityHubReadRowSchema = securityHubRowSchema.extend({
  /**
   * Members of the row that this package does not know, as texts, lists and
   * objects. No call can write them: whoever writes the row back should know
   * that they may be lost. Undefined where there are none.
   */
  others: othersSchema,
});

/** What a Security Hub integration does for one AWS account, as it was read. @public */
export type SecurityHubReadRow = z.infer<typeof securityHubReadRowSchema>;

/**
 * A Security Hub integration, as it was read.
 *
 * Source: AWS Security Hub Integration, "Get Details of the Amazon Security
 * Hub".
 *
 * @public
 */
export const securityHubIntegrationSchema = z.object({
  /** The id of the integration, which never changes. */
  id: z.string().min(1),
  /** The name that people gave it; any text. */
  name: z.string(),
  /** The id of the Qualys customer, where Qualys says it. */
  customerId: z.string().optional(),
  /** What it does for VM/VMDR: one row an AWS account, in the order of Qualys. */
  rows: z.array(securityHubReadRowSchema),
  /** Members of the integration that this package does not know. Undefined where there are none. */
  others: othersSchema,
  /** What it does for other applications than VM/VMDR, by their names. Undefined where there are none. */
  otherApps: othersSchema,
});

/** A Security Hub integration, as it was read. @public */
export type SecurityHubIntegration = z.infer<
  typeof securityHubIntegrationSchema
>;

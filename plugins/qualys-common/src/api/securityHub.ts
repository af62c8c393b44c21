import {
  awsAccountIdSchema,
  duplicateSecurityHubAccounts,
  securityHubNameSchema,
  securityHubRowSchema,
} from 'qualys-model';
import { z } from 'zod';
import { bindingStateSchema } from './bindings';
import { settingsReasonSchema } from './settings';

/** How old what is said of Qualys is. */
const ageShape = {
  /** When Qualys said it (ISO 8601, UTC). */
  asOf: z.string(),
  /** Why it is older than it should be, for people; missing where it is not. */
  staleBecause: z.string().optional(),
};

/**
 * A Security Hub integration as it is seen from an entity: the rows of the
 * accounts that are bound to it, and of no others.
 *
 * @public
 */
export const entitySecurityHubSchema = z.object({
  subscription: z.string(),
  /** The id of the integration. */
  id: z.string(),
  /** The state that a change is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  name: z.string(),
  /** The accounts that are bound to the entity, whether they have a row or not. */
  accounts: z.array(z.string()),
  /** What Security Hub gets of these accounts. One without regions gets nothing. */
  rows: z.array(securityHubRowSchema),
  /** Whether other accounts stand in the integration, too. */
  shared: z.boolean(),
  ...ageShape,
});

/** A Security Hub integration as it is seen from an entity. @public */
export type EntitySecurityHub = z.infer<typeof entitySecurityHubSchema>;

/**
 * A Security Hub integration that an entity claims accounts of. Only accepted
 * claims carry what is known of their accounts, and only where it is known
 * without asking Qualys; the route of the integration tells the rest.
 *
 * @public
 */
export const claimedSecurityHubSchema = z.object({
  subscription: z.string(),
  /** The id of the integration as the entity's annotation names it. */
  objectId: z.string(),
  /** The accounts, each of which is a claim of its own. */
  accounts: z.array(
    z.object({ awsAccount: z.string(), state: bindingStateSchema }),
  ),
  /** The integration; missing while no claim is accepted, and while Qualys must be asked first. */
  integration: entitySecurityHubSchema.optional(),
});

/** A Security Hub integration that an entity claims accounts of. @public */
export type ClaimedSecurityHub = z.infer<typeof claimedSecurityHubSchema>;

/**
 * A Security Hub integration with the accounts of all teams. One without any
 * was created and not configured yet, or was emptied.
 *
 * @public
 */
export const securityHubIntegrationSchema = z.object({
  subscription: z.string(),
  id: z.string(),
  /** The state that a change is made from; the `ETag` of the answer is the same. */
  version: z.string(),
  name: z.string(),
  rows: z.array(securityHubRowSchema),
  ...ageShape,
});

/** A Security Hub integration with the accounts of all teams. @public */
export type SecurityHubIntegrationDetails = z.infer<
  typeof securityHubIntegrationSchema
>;

/**
 * The Security Hub integrations of a subscription.
 *
 * @public
 */
export const securityHubListSchema = z.object({
  items: z.array(securityHubIntegrationSchema),
  ...ageShape,
});

/** The Security Hub integrations of a subscription. @public */
export type SecurityHubList = z.infer<typeof securityHubListSchema>;

const MOST_ROWS = 1000;

/**
 * Rows as they come in a request. Their severities, categories and regions are
 * held against `securityHubRowInputSchema` of qualys-model, unless the account
 * has just this row already: what Qualys holds may stay, whatever it is.
 */
const wantedRowsSchema = z
  .array(
    z.strictObject({
      awsAccount: awsAccountIdSchema,
      minSeverity: z.number().int(),
      baseCategory: z.string().max(100),
      regions: z.array(z.string().max(64)).max(100),
    }),
  )
  .max(MOST_ROWS)
  .check(({ value, issues }) => {
    const twice = duplicateSecurityHubAccounts(value);
    if (twice.length === 0) return;
    issues.push({
      code: 'custom',
      input: value,
      message: `must have one row for each account; more than one: ${twice.join(
        ', ',
      )}`,
    });
  });

/**
 * The body of `PUT …/security-hub/:s/:id`: all rows that the accounts in
 * question shall have. An account without one is taken out of the integration.
 *
 * @public
 */
export const securityHubUpdateSchema = z.strictObject({
  rows: wantedRowsSchema,
  /** Why; needed where the change is a weakening. */
  reason: settingsReasonSchema.optional(),
});

/** The body of a change of rows, as it comes. @public */
export type SecurityHubUpdateInput = z.input<typeof securityHubUpdateSchema>;

/**
 * The body of `POST /security-hub/:s`: an integration that is created and
 * configured.
 *
 * @public
 */
export const securityHubCreateSchema = z.strictObject({
  name: securityHubNameSchema,
  rows: wantedRowsSchema.min(1, 'must have at least one row'),
});

/** The body with which an integration is created, as it comes. @public */
export type SecurityHubCreateInput = z.input<typeof securityHubCreateSchema>;

/**
 * The body of `PUT /security-hub/:s/:id/name`.
 *
 * @public
 */
export const securityHubRenameSchema = z.strictObject({
  name: securityHubNameSchema,
});

/** The body with which an integration is renamed, as it comes. @public */
export type SecurityHubRenameInput = z.input<typeof securityHubRenameSchema>;

/**
 * The body of `POST /security-hub/:s/:id/delete` and `…/accounts/delete`: what
 * cannot be undone is confirmed by typing the name of the integration.
 *
 * @public
 */
export const securityHubDeleteSchema = z.strictObject({
  /** The name of the integration, as Qualys has it. */
  name: z.string(),
  /** Why. */
  reason: settingsReasonSchema,
});

/** The body with which an integration is deleted or emptied. @public */
export type SecurityHubDeleteInput = z.input<typeof securityHubDeleteSchema>;

/**
 * The answer to the deletion of an integration.
 *
 * @public
 */
export const securityHubDeletedSchema = z.object({ deleted: z.literal(true) });

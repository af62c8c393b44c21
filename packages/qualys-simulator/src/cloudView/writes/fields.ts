import { z } from 'zod';

/**
 * The external ID as it must be written since it is unique to each customer;
 * connectors of before keep what they have until they are updated.
 *
 * Source: CloudView API, Unique Secure External ID for AWS connectors.
 */
export const externalId = z
  .string()
  .regex(
    /^[A-Za-z0-9_]+-\d+-[A-Za-z0-9]{5,13}$/,
    'must be <Qualys POD>-<Qualys Subscription ID>-<5 to 13 letters or digits>',
  );

/** A text that must be there. Which ones must is not documented. */
export const required = z
  .string('is required')
  .refine(value => value.trim() !== '', 'must not be empty');

/** A flag that is off unless it is given. */
export const flag = z
  .boolean()
  .nullish()
  .transform(value => value ?? false);

/** A text that is empty unless it is given. */
export const text = z
  .string()
  .nullish()
  .transform(value => value ?? '');

/** Whether remediation is on; undefined where the request does not say. */
export const remediation = z
  .boolean()
  .nullish()
  .transform(value => value ?? undefined);

/**
 * How often a connector is synced: every four hours unless it is given.
 *
 * Source: CloudView API v1, `RunFrequency`; the answers of the document
 * "Enable Remediation through API" show the four hours.
 */
export const pollingFrequency = z
  .object({
    hours: z.number().int().min(0).default(0),
    minutes: z.number().int().min(0).max(59).default(0),
  })
  .nullish()
  .transform(value => value ?? { hours: 4, minutes: 0 });

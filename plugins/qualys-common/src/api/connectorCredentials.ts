import { gcpKeyFileSchema } from 'qualys-model';
import { z } from 'zod';

/**
 * What the portal knows of the key that Qualys signs in with to the account of
 * an Azure or a GCP connector. The key itself is kept nowhere.
 *
 * @public
 */
export const connectorCredentialsSchema = z.object({
  /** The day on which the key expires (`2026-12-31`); missing where nobody has told. */
  expiresOn: z.string().optional(),
  /** When the key was renewed from here (ISO 8601, UTC); missing where it never was. */
  renewedAt: z.string().optional(),
  /** Who did so, as an entity reference. */
  renewedBy: z.string().optional(),
});

/** What the portal knows of the key that Qualys signs in with. @public */
export type ConnectorCredentials = z.infer<typeof connectorCredentialsSchema>;

const KEY =
  'must be the secret of the application: 1 to 1000 characters without spaces';

/**
 * The secret of the application that Qualys signs in with to Azure.
 *
 * @public
 */
export const authenticationKeySchema = z
  .string(KEY)
  .regex(/^[^\s\p{Cc}]{1,1000}$/u, KEY);

/**
 * The body of `POST …/connectors/:s/:id/credentials`. With a key, Qualys gets
 * it; without one, the day on which the present one expires is taken note of.
 *
 * @public
 */
export const connectorCredentialsUpdateSchema = z
  .strictObject({
    /** Azure: the new secret of the application. A secret. */
    authenticationKey: authenticationKeySchema.optional(),
    /** GCP: the new key file of the service account, as text. A secret. */
    keyFile: gcpKeyFileSchema.optional(),
    /** The day on which the key expires; `null`, or left out with a new key, where that is not known. */
    expiresOn: z.iso
      .date('must be a day of the calendar: 2026-12-31')
      .nullable()
      .optional(),
  })
  .check(({ value, issues }) => {
    const { authenticationKey, keyFile, expiresOn } = value;
    const isRenewal = authenticationKey !== undefined || keyFile !== undefined;
    const complain = (message: string) =>
      issues.push({
        code: 'custom',
        path: ['expiresOn'],
        input: undefined,
        message,
      });
    if (!isRenewal && expiresOn === undefined) {
      complain('must be given where the key stays as it is');
    }
    const today = new Date().toISOString().slice(0, 10);
    if (isRenewal && expiresOn && expiresOn < today) {
      complain('must not be in the past: such a key is of no use');
    }
  });

/** The body with which the key of a connector is renewed. @public */
export type ConnectorCredentialsUpdate = z.infer<
  typeof connectorCredentialsUpdateSchema
>;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How many days are left until a key expires: 0 on the day itself, negative
 * afterwards. Days begin at midnight in UTC, for all who look alike.
 *
 * @param expiresOn - `2026-12-31`
 *
 * @public
 */
export function daysUntilExpiry(
  { expiresOn }: { expiresOn: string },
  now: Date = new Date(),
): number {
  const today = Date.parse(now.toISOString().slice(0, 10));
  return Math.round((Date.parse(expiresOn) - today) / DAY_MS);
}

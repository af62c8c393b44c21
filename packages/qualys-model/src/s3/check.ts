import type { ArnRuleOptions } from '../aws/arn';
import { s3SettingsSchema } from './schema';
import type { S3Settings } from './settings';
import type { S3Warning } from './warning';
import { s3Warnings } from './warnings';

/**
 * Settings of an S3 integration that may be sent, and what a person should
 * know of them.
 *
 * @public
 */
export interface S3SettingsCheck {
  /** The settings in their one form. */
  settings: S3Settings;
  /** What a person should know of them before they are saved. */
  warnings: S3Warning[];
}

/**
 * Checks the settings of an S3 integration by {@link s3SettingsSchema} and
 * {@link s3Warnings}: the same for forms, for the backend and for the client.
 *
 * Throws a `ZodError` that names each field that is wrong and says what would
 * be right.
 *
 * @param input - the settings as someone asks for them
 * @param options - `allowNonStandardArn` lifts the rules of both ARNs
 *
 * @public
 */
export function checkS3Settings(
  input: unknown,
  options?: ArnRuleOptions,
): S3SettingsCheck {
  const settings = s3SettingsSchema(options).parse(input);
  return { settings, warnings: s3Warnings(settings) };
}

import { z } from 'zod';

const TWELVE_DIGITS = /^\d{12}$/;

/**
 * The id of an AWS account: twelve digits, as text, because of leading zeros.
 *
 * Source: AWS, "View AWS account identifiers".
 *
 * @public
 */
export const awsAccountIdSchema = z
  .string()
  .regex(TWELVE_DIGITS, 'must be an AWS account id: 12 digits');

/**
 * Whether a text is the id of an AWS account: exactly twelve digits.
 *
 * Source: AWS, "View AWS account identifiers".
 *
 * @param value - any text
 *
 * @public
 */
export function isAwsAccountId(value: string): boolean {
  return TWELVE_DIGITS.test(value);
}

/**
 * An AWS account id as Qualys gave it, with the leading zeros that are lost
 * where it went through a JSON number: digits are padded to twelve. Any other
 * text (a masked id, for instance) comes back as it is, without the spaces
 * around it.
 *
 * Source: Security Hub 2.0, whose `awsAccounts` are JSON numbers; the length
 * is from AWS, "View AWS account identifiers".
 *
 * @param value - the id, as text or as a whole number
 *
 * @public
 */
export function padAwsAccountId(value: string | number): string {
  const text = String(value).trim();
  return /^\d{1,11}$/.test(text) ? text.padStart(12, '0') : text;
}

const ACCOUNT_IN_ARN = /^arn:aws[a-z-]*:[^:]*:[^:]*:(\d{12}):/;

/**
 * The AWS account that an ARN belongs to, or undefined where the text is no
 * ARN or names no account. Every partition counts: `aws`, `aws-cn`,
 * `aws-us-gov`.
 *
 * Source: AWS, "Amazon Resource Names (ARNs)":
 * `arn:partition:service:region:account-id:resource`.
 *
 * @param arn - for example `arn:aws:iam::123456789012:role/qualys`
 *
 * @public
 */
export function awsAccountIdOfArn(arn: string): string | undefined {
  return ACCOUNT_IN_ARN.exec(arn.trim())?.[1];
}

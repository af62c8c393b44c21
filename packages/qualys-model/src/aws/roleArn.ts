import type { z } from 'zod';
import {
  arnSchema,
  readArn,
  type ArnReading,
  type ArnRuleOptions,
} from './arn';
import type { AwsPartition } from './partition';

/**
 * The parts of the ARN of an IAM role.
 *
 * Source: AWS, "IAM identifiers".
 *
 * @public
 */
export interface RoleArn {
  /** The partition of AWS that the role is in. */
  partition: AwsPartition;
  /** The account that the role is in: 12 digits, as text. */
  account: string;
  /** The path of the role, with a slash at both ends; `/` where it has none. */
  path: string;
  /** The name of the role. */
  name: string;
}

const FORM =
  'the ARN of an IAM role, for example arn:aws:iam::123456789012:role/qualys';
const NAME = /^[A-Za-z0-9_+=,.@-]{1,64}$/;
const PATH = /^\/(?:[\x21-\x7e]+\/)?$/;
const MAX_PATH = 512;

function readRoleArn(text: string): ArnReading<RoleArn> {
  const reading = readArn(text, FORM);
  if ('problem' in reading) {
    return reading;
  }
  const { partition, service, region, account, resource } = reading.arn;
  if (service !== 'iam' || region !== '' || !resource.startsWith('role/')) {
    return { problem: `must be ${FORM}` };
  }
  const end = resource.lastIndexOf('/') + 1;
  const path = resource.slice('role'.length, end);
  const name = resource.slice(end);
  if (path.length > MAX_PATH || !PATH.test(path)) {
    return {
      problem: `must have a role path of at most ${MAX_PATH} characters without spaces, as in arn:aws:iam::123456789012:role/security/qualys`,
    };
  }
  if (!NAME.test(name)) {
    return {
      problem:
        'must end with the name of a role: 1 to 64 letters, digits and the characters _+=,.@- without spaces',
    };
  }
  return { arn: { partition, account, path, name } };
}

/**
 * The parts of the ARN of an IAM role, or undefined where the text is none.
 * Spaces around it are not taken away.
 *
 * Source: AWS, "IAM identifiers" (`arn:partition:iam::account:role/path/name`)
 * and the IAM API, `CreateRole` (characters and lengths of path and name).
 *
 * @param text - for example `arn:aws:iam::123456789012:role/qualys`
 *
 * @public
 */
export function parseRoleArn(text: string): RoleArn | undefined {
  const reading = readRoleArn(text);
  return 'arn' in reading ? reading.arn : undefined;
}

/**
 * The schema of the ARN of the role that Qualys assumes. Its messages say what
 * would be right.
 *
 * Source: as {@link parseRoleArn}; Asset Management connectors 3.0 (`arn`),
 * CloudView API v1 (`arn`) and the S3 integration (`roleArn`) only say that it
 * is the ARN of a role.
 *
 * @param options - `allowNonStandardArn` lifts the rule
 *
 * @public
 */
export function roleArnSchema(options?: ArnRuleOptions): z.ZodString {
  return arnSchema(readRoleArn, options);
}

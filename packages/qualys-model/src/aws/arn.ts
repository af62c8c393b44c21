import { z } from 'zod';
import { isAwsAccountId } from './accountId';
import { AWS_PARTITIONS, isAwsPartition, type AwsPartition } from './partition';

/** What reading an ARN came to: its parts, or what would be right. */
export type ArnReading<T> = { arn: T } | { problem: string };

/** The parts that every ARN has, with the two checked that mean the same in all of them. */
export interface ArnParts {
  partition: AwsPartition;
  service: string;
  region: string;
  account: string;
  resource: string;
}

// AWS takes no longer ARN of a role (STS, AssumeRole: RoleArn).
const MAX_LENGTH = 2048;
const ARN = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):([^]*)$/;
const ODD_ARN = /^arn:[^\p{Cc}]+$/u;

/** Splits a text into the parts of an ARN. `form` is what the caller expects, for the messages. */
export function readArn(text: string, form: string): ArnReading<ArnParts> {
  const parts = text.length <= MAX_LENGTH ? ARN.exec(text) : null;
  if (!parts) {
    return { problem: `must be ${form}` };
  }
  const [, partition, service, region, account, resource] = parts;
  if (!isAwsPartition(partition)) {
    return {
      problem: `must name one of the partitions ${AWS_PARTITIONS.join(
        ', ',
      )} after arn:, as in ${form}`,
    };
  }
  if (!isAwsAccountId(account)) {
    return {
      problem: `must name an AWS account id of 12 digits after the fourth colon, as in ${form}`,
    };
  }
  return { arn: { partition, service, region, account, resource } };
}

/**
 * How strictly the ARNs are checked that go to Qualys.
 *
 * @public
 */
export interface ArnRuleOptions {
  /**
   * Lets through what AWS would not recognise: any text that begins with
   * `arn:`, without control characters and of at most 2048 characters. The
   * samples of Qualys' documents need it: `arn:aws:iam:::12345678911/role:testrole`
   * (Asset Management connectors 3.0), `arn:aws:iam::XXXXXXXXXXXX:role/Sample CV_role`
   * (CloudView, remediation). Default: false.
   */
  allowNonStandardArn?: boolean;
}

/** The schema of an ARN from the function that reads it. */
export function arnSchema<T>(
  read: (text: string) => ArnReading<T>,
  options: ArnRuleOptions = {},
): z.ZodString {
  if (options.allowNonStandardArn) {
    return z
      .string()
      .max(MAX_LENGTH, `must have at most ${MAX_LENGTH} characters`)
      .regex(ODD_ARN, 'must begin with arn: and have no line breaks');
  }
  return z.string().check(context => {
    const reading = read(context.value);
    if ('problem' in reading) {
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: reading.problem,
      });
    }
  });
}

import type { z } from 'zod';
import {
  arnSchema,
  readArn,
  type ArnReading,
  type ArnRuleOptions,
} from './arn';
import type { AwsPartition } from './partition';
import { awsPartitionOfRegion } from './region';

/**
 * The parts of the ARN of an S3 access point.
 *
 * Source: Amazon S3 User Guide, "Referencing access points with ARNs".
 *
 * @public
 */
export interface AccessPointArn {
  /** The partition of AWS that the access point is in. */
  partition: AwsPartition;
  /** The region of the access point. */
  region: string;
  /** The account that owns the access point: 12 digits, as text. */
  account: string;
  /** The name of the access point. */
  name: string;
}

const FORM =
  'the ARN of an S3 access point, for example arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys';
const RESOURCE = /^accesspoint\/([^]*)$/;
const NAME = /^[a-z0-9][a-z0-9-]{1,48}[a-z0-9]$/;
const RESERVED_SUFFIX = '-s3alias';

function readAccessPointArn(text: string): ArnReading<AccessPointArn> {
  const reading = readArn(text, FORM);
  if ('problem' in reading) {
    return reading;
  }
  const { partition, service, region, account, resource } = reading.arn;
  const name = RESOURCE.exec(resource)?.[1];
  if (service !== 's3' || name === undefined) {
    return { problem: `must be ${FORM}` };
  }
  if (awsPartitionOfRegion(region) !== partition) {
    return {
      problem: `must name a region of the partition ${partition} after the third colon, as in ${FORM}`,
    };
  }
  if (!NAME.test(name) || name.endsWith(RESERVED_SUFFIX)) {
    return {
      problem: `must end with the name of an access point: 3 to 50 lower-case letters, digits and hyphens, with no hyphen at either end, and not ending with ${RESERVED_SUFFIX}`,
    };
  }
  return { arn: { partition, region, account, name } };
}

/**
 * The parts of the ARN of an S3 access point, or undefined where the text is
 * none. ARNs of objects behind an access point, and of Multi-Region Access
 * Points (which name no region), are none.
 *
 * Source: Amazon S3 User Guide, "Referencing access points with ARNs"
 * (`arn:partition:s3:region:account:accesspoint/name`) and "Access points
 * naming rules, restrictions, and limitations".
 *
 * @param text - for example `arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys`
 *
 * @public
 */
export function parseAccessPointArn(text: string): AccessPointArn | undefined {
  const reading = readAccessPointArn(text);
  return 'arn' in reading ? reading.arn : undefined;
}

/**
 * The schema of the ARN of the S3 access point that Qualys writes to. Its
 * messages say what would be right.
 *
 * Source: as {@link parseAccessPointArn}; the S3 integration
 * (`accessPointArn`) only says that it is the ARN of an access point. The
 * text `null`, by which that call says "does not apply", is none.
 *
 * @param options - `allowNonStandardArn` lifts the rule
 *
 * @public
 */
export function accessPointArnSchema(options?: ArnRuleOptions): z.ZodString {
  return arnSchema(readAccessPointArn, options);
}

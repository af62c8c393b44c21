import {
  awsPartitionOfRegion,
  type AwsPartition,
  type SecurityHubRow,
} from 'qualys-model';
import { regionsIn } from './rows';

/**
 * The product of Qualys whose findings an account must accept.
 *
 * Source: AWS Security Hub User Guide, "Third-party product integrations",
 * Qualys – Vulnerability Management. Older editions have the account of Qualys
 * in it, as `describe-products` may. That the product is there in other
 * partitions than the commercial one is not said.
 */
export const QUALYS_PRODUCT_ARN =
  'arn:aws:securityhub:<REGION>::product/qualys/qualys-vm';

function productArn(region: string, partition: AwsPartition): string {
  return QUALYS_PRODUCT_ARN.replace('arn:aws:', `arn:${partition}:`).replace(
    '<REGION>',
    region,
  );
}

/** Shows which products of Qualys Security Hub knows, in each region of the rows. */
export function showCommands(rows: readonly SecurityHubRow[]): string {
  return regionsIn(rows)
    .map(
      region =>
        `aws securityhub describe-products --region ${region} --query "Products[?contains(ProductArn, 'product/qualys/')].ProductArn"`,
    )
    .join('\n');
}

/**
 * Accepts the findings of Qualys in each region of an account. Regions of which
 * the partition is not known are left out.
 */
export function acceptCommands(row: SecurityHubRow): string {
  return regionsIn([row])
    .flatMap(region => {
      const partition = awsPartitionOfRegion(region);
      return partition
        ? `aws securityhub enable-import-findings-for-product --region ${region} --product-arn ${productArn(
            region,
            partition,
          )}`
        : [];
    })
    .join('\n');
}

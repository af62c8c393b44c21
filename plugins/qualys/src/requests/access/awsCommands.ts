import type { AwsPartition } from 'qualys-model';

/** What the role is called unless somebody calls it otherwise. */
const ROLE_NAME = 'QualysConnector';

const POLICY_FILE = 'qualys-trust-policy.json';

/** What a cloud's managed policy of AWS that lets Qualys read is called. */
function securityAuditArn(partition: AwsPartition): string {
  return `arn:${partition}:iam::aws:policy/SecurityAudit`;
}

/**
 * The commands of the AWS CLI that create the role of a connector: it trusts
 * Qualys under the external ID, and reads what the managed policy
 * `SecurityAudit` lets it read. The last one tells its ARN.
 *
 * Source: AWS CLI Command Reference, `iam`; Qualys Connectors, "Create a Role
 * for Cross-account Access".
 *
 * @param trustPolicy - the trust policy of the role, as JSON
 * @param partition - the partition of the account
 */
export function roleCommands(
  trustPolicy: string,
  partition: AwsPartition,
): string {
  return [
    `cat > ${POLICY_FILE} <<'END'`,
    trustPolicy,
    'END',
    `aws iam create-role --role-name ${ROLE_NAME} --assume-role-policy-document file://${POLICY_FILE}`,
    `aws iam attach-role-policy --role-name ${ROLE_NAME} --policy-arn ${securityAuditArn(
      partition,
    )}`,
    `aws iam get-role --role-name ${ROLE_NAME} --query Role.Arn --output text`,
  ].join('\n');
}

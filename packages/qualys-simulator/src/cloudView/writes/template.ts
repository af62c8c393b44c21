import { QUALYS_ACCOUNTS, type AwsPartition } from '../data/vocabulary';

/**
 * The CloudFormation template of the role that an AWS connector signs in to.
 *
 * Source: CloudView API v1, `GET /rest/v1/aws/connectors/aws/download`, which
 * says no more than that it is a file. That it is JSON, and the names in it,
 * are assumed.
 */
export function roleTemplate(
  partition: AwsPartition,
  externalId: string,
): string {
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'A role for the AWS connector of Qualys',
    Resources: {
      QualysRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'QualysConnectorRole',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: {
                  AWS: `arn:${partition}:iam::${QUALYS_ACCOUNTS[partition]}:root`,
                },
                Action: 'sts:AssumeRole',
                Condition: { StringEquals: { 'sts:ExternalId': externalId } },
              },
            ],
          },
          ManagedPolicyArns: [`arn:${partition}:iam::aws:policy/SecurityAudit`],
        },
      },
    },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['QualysRole', 'Arn'] } } },
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

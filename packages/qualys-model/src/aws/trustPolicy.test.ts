import { AWS_PARTITIONS } from './partition';
import { awsTrustCondition, awsTrustPolicy } from './trustPolicy';

const externalId = 'USPOD01-4765-9011278609223';

describe('the trust policy of a role', () => {
  it('lets the account in that names the external ID, and nobody else', () => {
    expect(
      awsTrustPolicy({
        partition: 'aws',
        principalAccount: '012345678901',
        externalId,
      }),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::012345678901:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    });
  });

  it.each(AWS_PARTITIONS)('names an account of the partition %s', partition => {
    const [{ Principal }] = awsTrustPolicy({
      partition,
      principalAccount: '123456789012',
      externalId,
    }).Statement;
    expect(Principal.AWS).toBe(`arn:${partition}:iam::123456789012:root`);
  });

  it('trusts any of several external IDs', () => {
    const both = ['pod01-1-00001', externalId];
    const condition = awsTrustCondition(both);
    both.pop();
    expect(condition).toEqual({
      StringEquals: { 'sts:ExternalId': ['pod01-1-00001', externalId] },
    });
  });
});

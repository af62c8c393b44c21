import { TRUST_POLICY } from '../../__testUtils__/requestFixtures';
import { roleCommands } from './awsCommands';

describe('roleCommands', () => {
  it('creates the role with the trust policy as it stands', () => {
    const lines = roleCommands(TRUST_POLICY, 'aws');
    expect(lines).toContain(`<<'END'\n${TRUST_POLICY}\nEND\n`);
    expect(lines).toMatch(
      /aws iam create-role --role-name (\S+) --assume-role-policy-document file:\/\/(\S+)\n/,
    );
  });

  it.each(['aws', 'aws-us-gov', 'aws-cn'] as const)(
    'attaches the managed policy of the partition %s',
    partition => {
      expect(roleCommands('{}', partition)).toContain(
        `--policy-arn arn:${partition}:iam::aws:policy/SecurityAudit`,
      );
    },
  );
});

import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import {
  ok,
  securityHubOf,
  type SecurityHub,
} from './__testUtils__/securityHub';

describe('reading Security Hub', () => {
  let platform: TestPlatform;
  let done: SecurityHub['done'];
  let codeOf: SecurityHub['codeOf'];
  let hold: SecurityHub['hold'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
    ({ done, codeOf, hold } = securityHubOf(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const DAMAGED = `{name=Demo,
integrationId=49,
customerId=223822,
vmConfigs=[
{awsAccountId=111111111111,
severity=1,
category=Potential,
regions=[eu-west-2, eu-west-1]},
{awsAccountId=222222222222,
severity=1,
category=Potential,
regions=[eu-west-2, eu-west-1]}
{awsAccountId=333333333333,
severity=3,
category=Confirmed,
regions=[eu-west-2]},
{awsAccountId=48213577190,
severity=3,
category=Confirmed,
regions=[eu-west-2]}]`;
  const INTACT =
    '{name=Demo, integrationId=49, customerId=223822, vmConfigs=[' +
    '{awsAccountId=111111111111, severity=1, category=Potential, regions=[eu-west-2, eu-west-1]}, ' +
    '{awsAccountId=222222222222, severity=1, category=Potential, regions=[eu-west-2, eu-west-1]}, ' +
    '{awsAccountId=333333333333, severity=3, category=Confirmed, regions=[eu-west-2]}, ' +
    '{awsAccountId=48213577190, severity=3, category=Confirmed, regions=[eu-west-2]}]}';

  it.each(['get', 'get/'])('prints the full form for %s', async path => {
    hold();
    expect(await done('GET', path)).toEqual(ok([`{VM=${DAMAGED}`]));
    platform.control.setBehaviours({ securityHubStrings: 'intact' });
    expect(await done('GET', path)).toEqual(ok([`{VM=${INTACT}}`]));
  });

  it.each(['get/vm', 'get/vm/', 'get/49/vm', 'get/49/vm/'])(
    'prints the form of VM for %s',
    async path => {
      hold();
      expect(await done('GET', path)).toEqual(ok([`${DAMAGED}}`]));
      platform.control.setBehaviours({ securityHubStrings: 'intact' });
      expect(await done('GET', path)).toEqual(ok([INTACT]));
    },
  );

  it('prints a text for each of several integrations', async () => {
    hold();
    hold('50', 'Other', []);
    platform.control.setBehaviours({ securityHubStrings: 'intact' });
    expect(await done('GET', 'get/vm')).toEqual(
      ok(
        [
          INTACT,
          '{name=Other, integrationId=50, customerId=223822, vmConfigs=[]}',
        ],
        2,
      ),
    );
    expect(await done('GET', 'get/50/vm')).toMatchObject({
      ServiceResponse: { count: 1 },
    });
    expect(await codeOf('GET', 'get/51/vm')).toBe('OBJECT_NOT_FOUND');
  });
});

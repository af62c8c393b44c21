import { startPlatform, type TestPlatform } from '../__testUtils__/platform';
import {
  ROWS,
  confirmed,
  ok,
  row,
  vmConfigs,
  securityHubOf,
  type SecurityHub,
} from './__testUtils__/securityHub';

describe('writing to Security Hub', () => {
  let platform: TestPlatform;
  let call: SecurityHub['call'];
  let done: SecurityHub['done'];
  let codeOf: SecurityHub['codeOf'];
  let hold: SecurityHub['hold'];
  let rowsOf: SecurityHub['rowsOf'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
    ({ call, done, codeOf, hold, rowsOf } = securityHubOf(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  describe('writing', () => {
    it('creates integrations with names of their own', async () => {
      const first = await done('POST', 'add', { name: 'Demo' });
      expect(first).toEqual(ok(['integrationId=40']));
      expect(await codeOf('POST', 'add', { name: 'Demo' })).toBe(
        'INVALID_REQUEST',
      );
      expect(await done('POST', 'add/', { name: 'Another' })).toEqual(
        ok(['integrationId=41']),
      );
      expect(await codeOf('POST', 'add', { name: ' ' })).toBe(
        'INVALID_REQUEST',
      );
      expect(platform.control.securityHubIntegrations()).toHaveLength(2);
    });

    it('configures accounts, given as numbers or as texts', async () => {
      hold('49', 'Demo', []);
      expect(await done('POST', 'add/49/vm', { vmConfigs })).toEqual(
        ok(['VM successfully enabled for AWS security hub.']),
      );
      expect(rowsOf()).toEqual(ROWS);
    });

    it('renames an integration, but not to the name of another', async () => {
      hold('49');
      hold('50', 'Other');
      expect(await done('POST', 'update/49', { name: 'New' })).toEqual(
        ok(['AWS security hub integration successfully updated.']),
      );
      expect(platform.control.securityHubIntegration('49')?.name).toBe('New');
      expect(await codeOf('POST', 'update/49', { name: 'New' })).toBe(
        'SUCCESS',
      );
      expect(await codeOf('POST', 'update/50', { name: 'New' })).toBe(
        'INVALID_REQUEST',
      );
    });

    it('replaces what is there, or merges with it', async () => {
      const change = {
        vmConfigs: [{ ...vmConfigs[1], awsAccounts: [222222222222] }],
      };
      const changed = row('222222222222', ['eu-west-2'], confirmed);

      hold('49');
      expect(await done('PUT', 'update/49/vm', change)).toEqual(
        ok(['AWS accounts and their VM configuration successfully updated.']),
      );
      expect(rowsOf()).toEqual([changed]);

      hold('50', 'Other');
      platform.control.setBehaviours({ securityHubPut: 'merges' });
      await done('PUT', 'update/50/vm', change);
      expect(rowsOf('50')).toEqual([ROWS[0], changed, ROWS[2], ROWS[3]]);
    });

    it.each([
      ['no accounts', { awsAccounts: [] }],
      ['an account of 13 digits', { awsAccounts: ['1234567890123'] }],
      [
        'an account named twice',
        { awsAccounts: [111111111111, '111111111111'] },
      ],
      ['no regions', { regions: [] }],
      ['severity 6', { minSeverity: 6 }],
      ['another category', { baseCategory: 'IG' }],
    ])('refuses %s', async (_, change) => {
      hold();
      const body = { vmConfigs: [{ ...vmConfigs[0], ...change }] };
      const { ServiceResponse } = await done('PUT', 'update/49/vm', body);
      expect(ServiceResponse).toEqual({
        responseCode: 'INVALID_REQUEST',
        responseErrorDetails: {
          errorMessage: expect.stringMatching(/^vmConfigs/),
        },
      });
      expect(rowsOf()).toEqual(ROWS);
    });
  });

  describe('deleting', () => {
    it('takes an integration away', async () => {
      hold();
      expect(await done('DELETE', 'delete/49')).toEqual(
        ok(['AWS security hub integration successfully deleted.']),
      );
      expect(await codeOf('DELETE', 'delete/49')).toBe('OBJECT_NOT_FOUND');
    });

    const SENTENCE =
      'AWS accounts successfully deleted from AWS security hub integration.';
    const accounts = { awsAccounts: [111111111111, 48213577190] };

    it('takes those accounts away that are named, and wants names', async () => {
      hold();
      expect(await done('POST', 'delete/49/vm', accounts)).toEqual(
        ok([SENTENCE], 2),
      );
      expect(rowsOf()).toEqual(ROWS.slice(1, 3));
      expect(await codeOf('POST', 'delete/49/vm')).toBe('INVALID_REQUEST');
      expect(rowsOf()).toEqual(ROWS.slice(1, 3));
    });

    it('takes every account away where it does not look at the body', async () => {
      hold();
      platform.control.setBehaviours({
        securityHubDeleteAccounts: 'ignoresBody',
      });
      expect(await done('POST', 'delete/49/vm', accounts)).toEqual(
        ok([SENTENCE], 4),
      );
      expect(rowsOf()).toEqual([]);
    });

    it('refuses a body where it takes none', async () => {
      hold();
      platform.control.setBehaviours({
        securityHubDeleteAccounts: 'refusesBody',
      });
      expect(await codeOf('POST', 'delete/49/vm', accounts)).toBe(
        'INVALID_REQUEST',
      );
      expect(rowsOf()).toEqual(ROWS);
      expect(await codeOf('POST', 'delete/49/vm')).toBe('SUCCESS');
      expect(rowsOf()).toEqual([]);
    });

    it('takes regions of accounts away', async () => {
      hold();
      const vmRegionConfigs = [
        { awsAccounts: [111111111111], regions: ['eu-west-2'] },
        { awsAccounts: [333333333333], regions: ['eu-west-2', 'us-east-1'] },
      ];
      expect(
        await done('POST', 'delete/49/vm/regions', { vmRegionConfigs }),
      ).toEqual(
        ok([
          'Regions successfully deleted from AWS accounts in AWS security hub integration.',
        ]),
      );
      expect(rowsOf()?.map(({ regions }) => regions)).toEqual([
        ['eu-west-1'],
        ['eu-west-2', 'eu-west-1'],
        [],
        ['eu-west-2'],
      ]);
    });
  });

  it.each([
    ['PUT', 'add', 'POST'],
    ['PUT', 'update/49', 'POST'],
    ['POST', 'update/49/vm', 'PUT'],
    ['POST', 'get', 'GET'],
    ['POST', 'delete/49', 'DELETE'],
    ['DELETE', 'delete/49/vm', 'POST'],
    ['DELETE', 'delete/49/vm/regions', 'POST'],
  ])('knows no %s %s', async (method, path, allowed) => {
    hold();
    const answer = await call(method, path, { vmConfigs });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe(allowed);
    expect(rowsOf()).toEqual(ROWS);
  });

  it('has the integrations of the demo for the accounts of its connectors', async () => {
    platform.control.reset({ connectors: 12 });
    const integrations = platform.control.securityHubIntegrations();
    expect(integrations.map(({ id }) => id)).toEqual(['34', '35']);
    expect(integrations.flatMap(({ rows }) => rows)).toHaveLength(6);
    platform.control.reset({ connectors: 0 });
    expect(platform.control.securityHubIntegrations()).toEqual([]);
  });
});

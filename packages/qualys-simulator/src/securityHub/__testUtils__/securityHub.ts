import type { Answer, TestPlatform } from '../../__testUtils__/platform';

/** A request that configures accounts, as numbers and as texts. */
export const vmConfigs = [
  {
    minSeverity: 1,
    baseCategory: 'Potential',
    awsAccounts: [111111111111, '222222222222'],
    regions: ['eu-west-2', 'eu-west-1'],
  },
  {
    minSeverity: 3,
    baseCategory: 'Confirmed',
    awsAccounts: [333333333333, '048213577190'],
    regions: ['eu-west-2'],
  },
];

/** The row of an account. */
export const row = (awsAccount: string, regions: string[], change = {}) => ({
  awsAccount,
  minSeverity: 1,
  baseCategory: 'Potential',
  regions,
  ...change,
});
/** The settings of the second half of the accounts. */
export const confirmed = { minSeverity: 3, baseCategory: 'Confirmed' };

/** The rows that the request makes. */
export const ROWS = [
  row('111111111111', ['eu-west-2', 'eu-west-1']),
  row('222222222222', ['eu-west-2', 'eu-west-1']),
  row('333333333333', ['eu-west-2'], confirmed),
  row('048213577190', ['eu-west-2'], confirmed),
];

/** An answer of one or several texts. */
export const ok = (data: string[], count = 1) => ({
  ServiceResponse: { count, responseCode: 'SUCCESS', data },
});

/** Ways to call Security Hub, and to see what the platform keeps of it. */
export function securityHubOf(platform: TestPlatform) {
  const call = (method: string, path: string, body?: unknown) => {
    const [verb, ...rest] = path.split('/');
    const end = rest.length > 0 ? `/${rest.join('/')}` : '';
    return platform.send(
      method,
      `${platform.urls.api}/qps/rest/2.0/${verb}/integration/amazon/securityhub${end}`,
      body,
    );
  };
  const answered = async (answer: Promise<Answer>) => {
    const { status, text, json } = await answer;
    if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
    return json();
  };
  const done = (...args: Parameters<typeof call>) => answered(call(...args));
  const codeOf = async (...args: Parameters<typeof call>) =>
    (await done(...args)).ServiceResponse.responseCode;
  const hold = (id = '49', name = 'Demo', rows = ROWS) =>
    platform.control.addSecurityHubIntegration({
      id,
      name,
      customerId: '223822',
      rows,
    });
  const rowsOf = (id = '49') =>
    platform.control.securityHubIntegration(id)?.rows;

  return { call, done, codeOf, hold, rowsOf };
}

/** Ways to call Security Hub, and to see what the platform keeps of it. */
export type SecurityHub = ReturnType<typeof securityHubOf>;

/* What the portal refuses to whoever goes around its screens. */
import { asSignedIn, expect, signIn, test } from './support/portal';
import { simulator } from './support/simulator';

const API = '/api/qualys/v1';
const CHECKOUT = `${API}/entities/component/default/checkout`;

/** A connector of Checkout, as its annotation names it. */
const CONNECTOR = `${CHECKOUT}/connectors/main/b1c3b6e8-6e56-31f0-b457-c4f6b8aba70e`;

const SETTINGS = {
  name: 'ours-now',
  bucketName: 'somebody-elses-bucket',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::999999999999:role/ours',
  minSeverity: 1,
  filterQuery: {
    vuln: '',
    asset: '',
    removeVulnFilter: true,
    removeAssetFilter: true,
  },
  sendVulnInfo: true,
  compressData: false,
  resultSectionNeeded: true,
  sendAlerts: false,
  errorEmails: [],
};
const reason = 'Because nobody looks';

/** What changes something of a service, or costs calls to Qualys. */
const CHANGES: [method: string, path: string, body?: object][] = [
  ['GET', `${CONNECTOR}/settings`],
  ['PATCH', CONNECTOR, { name: 'Ours', reason }],
  ['POST', `${CONNECTOR}/disable`, { reason }],
  ['POST', `${CONNECTOR}/run`, {}],
  ['PUT', `${CHECKOUT}/s3/main/1001`, { settings: SETTINGS, reason }],
  ['POST', `${CHECKOUT}/s3/main/1001/adopt`, { settings: SETTINGS }],
  ['POST', `${CHECKOUT}/s3/main/1001/external-id`, { reason }],
  ['PUT', `${CHECKOUT}/security-hub/main/34`, { rows: [], reason }],
  [
    'PATCH',
    `${CHECKOUT}/web-apps/main/17687665`,
    { settings: { name: 'Ours' }, reason },
  ],
  [
    'POST',
    `${CHECKOUT}/web-apps/main/17687665/scans`,
    { name: 'x', type: 'VULNERABILITY' },
  ],
];

/** What the platform team alone sees and does. */
const PLATFORM: typeof CHANGES = [
  ['GET', `${API}/status`],
  ['GET', `${API}/connectors`],
  ['GET', `${API}/bindings`],
  ['GET', `${API}/history`],
  ['GET', `${API}/history/csv`],
  ['GET', `${API}/security-hub/main`],
  ['POST', `${API}/subscriptions/main/sync`, {}],
];

for (const persona of ['Storefront engineer', 'Guest'] as const) {
  test(`the portal refuses the ${persona.toLowerCase()} all that is not theirs`, async ({
    page,
  }) => {
    await signIn(page, persona);
    const request = await asSignedIn(page);
    await simulator.clearJournal();

    expect((await request('GET', CHECKOUT)).status).toBe(200);
    for (const [method, path, body] of [...CHANGES, ...PLATFORM]) {
      const { status } = await request(method, path, body);
      expect({ what: `${method} ${path}`, status }).toEqual({
        what: `${method} ${path}`,
        status: 403,
      });
    }
    const changed = (await simulator.writes('/')).filter(
      ({ path }) => !/\/(search|get|count)\/|\/auth$/.test(path),
    );
    expect(changed).toEqual([]);
  });
}

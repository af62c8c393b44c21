import { all } from '../../__testUtils__/server';
import type { QualysClient } from '../../client';
import { ACCOUNT, IDS } from './platform';

/** One thing that the client can do. */
export interface Verb {
  /** As it is called: `webApps.update`. */
  name: string;
  kind: 'read' | 'change';
  /** A part of the path of the request that it is about, where it sends others. */
  path?: string;
  /** What its answer is where that is no object of the API: nothing, or a file. */
  answer?: 'nothing' | 'file';
  /** Whether it signs in with a token. */
  byToken?: boolean;
  call(client: QualysClient): Promise<unknown>;
}

const CLOUDS = ['aws', 'azure', 'gcp'] as const;
const byId = (value: string) =>
  [{ field: 'id', operator: 'EQUALS', value }] as const;

const ROLE = 'arn:aws:iam::123456789012:role/Qualys';
const EXTERNAL_ID = 'USPOD01-4765-9011278609223';
const AZURE = {
  applicationId: '11111111-1111-1111-8111-111111111112',
  directoryId: '11111111-1111-1111-8111-111111111114',
  subscriptionId: '11111111-1111-1111-8111-111111111115',
  authenticationKey: 'the-secret-key',
};
const GCP = {
  type: 'service_account',
  project_id: 'my-project-1513669048551',
  private_key_id: '1111111111111111111111111111111111111111',
  private_key: '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n',
  client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
  client_id: '111111111111111111111',
  auth_uri: 'https://accounts.google.com/o/oauth2/auth',
  token_uri: 'https://oauth2.googleapis.com/token',
};
const CONFIGURATION = {
  minSeverity: 3,
  baseCategory: 'Confirmed' as const,
  awsAccounts: [ACCOUNT],
  regions: ['eu-west-1'],
};

type Calls = Record<string, Verb['call']>;

function verbs(
  resource: string,
  kind: Verb['kind'],
  calls: Calls,
  more: Partial<Verb> = {},
): Verb[] {
  return Object.entries(calls).map(([verb, call]) => ({
    name: `${resource}.${verb}`,
    kind,
    call,
    ...more,
  }));
}

function cloudView(cloud: (typeof CLOUDS)[number]): Verb[] {
  const id = IDS.cloudView[cloud];
  const name = `cloudConnectors.${cloud}`;
  return [
    ...verbs(name, 'read', {
      list: client => all<unknown>(client.cloudConnectors[cloud].list()),
      get: client => client.cloudConnectors[cloud].get(id),
      errors: client => all(client.cloudConnectors[cloud].errors(id)),
    }),
    ...verbs(
      name,
      'change',
      {
        delete: client => client.cloudConnectors[cloud].delete(id),
        run: client => client.cloudConnectors[cloud].run([id]),
      },
      { answer: 'nothing' },
    ),
    ...verbs(name, 'change', {
      enable: client => client.cloudConnectors[cloud].enable(id),
      disable: client => client.cloudConnectors[cloud].disable(id),
    }),
  ];
}

const cloudConnectors: Verb[] = [
  ...CLOUDS.flatMap(cloudView),
  ...verbs('cloudConnectors.aws', 'read', {
    baseAccount: client => client.cloudConnectors.aws.baseAccount(),
  }),
  ...verbs(
    'cloudConnectors.aws',
    'read',
    {
      cloudFormationTemplate: client =>
        client.cloudConnectors.aws.cloudFormationTemplate({
          externalId: EXTERNAL_ID,
        }),
    },
    { answer: 'file' },
  ),
  ...verbs('cloudConnectors.aws', 'change', {
    create: client =>
      client.cloudConnectors.aws.create({
        name: 'New',
        arn: ROLE,
        externalId: EXTERNAL_ID,
      }),
    update: client =>
      client.cloudConnectors.aws.update(IDS.cloudView.aws, {
        name: 'Other',
        arn: ROLE,
        externalId: EXTERNAL_ID,
      }),
  }),
  ...verbs('cloudConnectors.azure', 'change', {
    create: client =>
      client.cloudConnectors.azure.create({ name: 'New', ...AZURE }),
    update: client => {
      const { subscriptionId, ...settings } = AZURE;
      return client.cloudConnectors.azure.update(IDS.cloudView.azure, {
        name: 'Other',
        ...settings,
      });
    },
  }),
  ...verbs('cloudConnectors.gcp', 'change', {
    create: client =>
      client.cloudConnectors.gcp.create({
        name: 'New',
        projectId: GCP.project_id,
        configFile: JSON.stringify(GCP),
      }),
    update: client =>
      client.cloudConnectors.gcp.update(IDS.cloudView.gcp, { name: 'Other' }),
  }),
];

function assetData(cloud: (typeof CLOUDS)[number]): Verb[] {
  const id = IDS.assetData[cloud];
  const name = `assetDataConnectors.${cloud}`;
  return [
    ...verbs(name, 'read', {
      search: client =>
        all<unknown>(client.assetDataConnectors[cloud].search()),
      get: client => client.assetDataConnectors[cloud].get(id),
    }),
    ...verbs(name, 'change', {
      update: client =>
        client.assetDataConnectors[cloud].update(id, { name: 'Other' }),
      updateWhere: client =>
        client.assetDataConnectors[cloud].updateWhere(byId(id), {
          disabled: true,
        }),
      delete: client => client.assetDataConnectors[cloud].delete(id),
      run: client => client.assetDataConnectors[cloud].run(id),
    }),
  ];
}

const assetDataConnectors: Verb[] = [
  ...CLOUDS.flatMap(assetData),
  ...verbs('assetDataConnectors.aws', 'change', {
    create: client =>
      client.assetDataConnectors.aws.create({
        name: 'New',
        arn: ROLE,
        externalId: EXTERNAL_ID,
      }),
  }),
  ...verbs('assetDataConnectors.azure', 'change', {
    create: client =>
      client.assetDataConnectors.azure.create({
        name: 'New',
        authRecord: AZURE,
      }),
  }),
  ...verbs('assetDataConnectors.gcp', 'change', {
    create: client =>
      client.assetDataConnectors.gcp.create({ name: 'New', authRecord: GCP }),
  }),
];

const webApplicationScanning: Verb[] = [
  ...verbs('webApps', 'read', {
    search: client => all(client.webApps.search()),
    count: client => client.webApps.count(),
    get: client => client.webApps.get(IDS.webApp),
  }),
  ...verbs('webApps', 'change', {
    create: client =>
      client.webApps.create({ name: 'New', url: 'http://new.example.com' }),
    delete: client => client.webApps.delete(IDS.webApp),
  }),
  // It reads the settings before it changes them.
  ...verbs(
    'webApps',
    'change',
    {
      update: client =>
        client.webApps.update(IDS.webApp, {
          defaultDnsOverride: { id: IDS.dnsOverride },
        }),
    },
    { path: '/update/was/webapp/' },
  ),
  ...verbs('scans', 'read', {
    search: client => all(client.scans.search({ filters: byId(IDS.scan) })),
    count: client => client.scans.count(),
    get: client => client.scans.get(IDS.scan),
    status: client => client.scans.status(IDS.scan),
  }),
  ...verbs('scans', 'change', {
    launch: client =>
      client.scans.launch({
        name: 'New',
        type: 'VULNERABILITY',
        webApp: { id: IDS.webApp },
        profile: { id: '2' },
      }),
    cancel: client => client.scans.cancel(IDS.scan),
  }),
  ...verbs('dnsOverrides', 'read', {
    search: client => all(client.dnsOverrides.search()),
    get: client => client.dnsOverrides.get(IDS.dnsOverride),
  }),
  ...verbs('dnsOverrides', 'change', {
    create: client =>
      client.dnsOverrides.create({
        name: 'New',
        mappings: [{ hostName: 'host_1', ipAddress: '10.10.10.9' }],
      }),
    update: client =>
      client.dnsOverrides.update(IDS.dnsOverride, { comment: 'Other' }),
    delete: client => client.dnsOverrides.delete(IDS.dnsOverride),
  }),
];

const securityHub: Verb[] = [
  ...verbs('securityHub', 'read', {
    list: client => client.securityHub.list(),
    listVm: client => client.securityHub.listVm(),
    get: client => client.securityHub.get(IDS.securityHub),
  }),
  ...verbs('securityHub', 'change', {
    create: client => client.securityHub.create('New'),
    configure: client =>
      client.securityHub.configure(IDS.securityHub, [
        { ...CONFIGURATION, awsAccounts: ['222222222222'] },
      ]),
    rename: client => client.securityHub.rename(IDS.securityHub, 'Other'),
    reconfigure: client =>
      client.securityHub.reconfigure(IDS.securityHub, [CONFIGURATION]),
    delete: client => client.securityHub.delete(IDS.securityHub),
    deleteAccounts: client =>
      client.securityHub.deleteAccounts(
        IDS.securityHub,
        { awsAccounts: [ACCOUNT] },
        { mayDeleteAll: true },
      ),
    deleteRegions: client =>
      client.securityHub.deleteRegions(IDS.securityHub, [
        { awsAccounts: [ACCOUNT], regions: ['eu-west-2'] },
      ]),
  }),
];

const others: Verb[] = [
  ...verbs('tags', 'read', { search: client => all(client.tags.search()) }),
  ...verbs('portal', 'read', { version: client => client.portal.version() }),
  ...verbs('optionProfiles', 'read', {
    list: client => client.optionProfiles.list(),
  }),
  ...verbs(
    's3',
    'change',
    {
      update: client =>
        client.s3.update(IDS.s3, {
          name: 'Findings',
          bucketName: 'qualys-findings',
          bucketRegion: 'eu-west-1',
          roleArn: ROLE,
          minSeverity: 4,
          resultSectionNeeded: true,
          sendVulnInfo: true,
          compressData: true,
          sendAlerts: true,
          errorEmails: ['team@example.com'],
          filterQuery: { vuln: 'severity >= 4', asset: 'ip: 1.1.1.1' },
        }),
    },
    { path: '/partner-integration/', byToken: true },
  ),
];

/** Everything that the client can do. */
export const VERBS: readonly Verb[] = [
  ...cloudConnectors,
  ...assetDataConnectors,
  ...webApplicationScanning,
  ...securityHub,
  ...others,
];

/** The names of the verbs that a client has. */
export function verbsOf(client: QualysClient): string[] {
  const { limits, close, ...resources } = client;
  const namesIn = (value: object, path: string): string[] =>
    Object.entries(value).flatMap(([name, member]) =>
      typeof member === 'function'
        ? [`${path}${name}`]
        : namesIn(member, `${path}${name}.`),
    );
  return namesIn(resources, '');
}

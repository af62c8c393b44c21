import type { SimulatorControl } from 'qualys-simulator';

/** The ids of the objects that every cell of the matrix finds on the platform. */
export const IDS = {
  cloudView: {
    aws: '11111111-1111-1111-8111-000000000001',
    azure: '11111111-1111-1111-8111-000000000002',
    gcp: '11111111-1111-1111-8111-000000000003',
  },
  assetData: { aws: '843001', azure: '843002', gcp: '843003' },
  webApp: '1234',
  dnsOverride: '14620',
  scan: '1902350',
  securityHub: '49',
  s3: '7',
};

/** An account that the Security Hub integration holds. */
export const ACCOUNT = '111111111111';

const PROVIDERS = { aws: 'AWS', azure: 'AZURE', gcp: 'GCP' } as const;
const CLOUDS = ['aws', 'azure', 'gcp'] as const;

/** Puts the platform into the state that every cell of the matrix begins with. */
export function setUpPlatform(control: SimulatorControl): void {
  control.reset({ connectors: 0, seed: 1 });
  control.setLimits({
    fo: { perHour: null, concurrency: null },
    gateway: { perHour: null, concurrency: null },
  });
  for (const cloud of CLOUDS) {
    control.addConnector({
      provider: PROVIDERS[cloud],
      connectorId: IDS.cloudView[cloud],
      state: 'ERROR',
      errors: [{ error: 'AccessDenied' }],
    });
    control.addAssetDataConnector({
      provider: PROVIDERS[cloud],
      id: Number(IDS.assetData[cloud]),
    });
  }
  control.addDnsOverride({ id: Number(IDS.dnsOverride), name: 'eee' });
  control.addWebApp({
    id: Number(IDS.webApp),
    name: 'My Web Application',
    url: 'http://mywebapp.com',
    dnsOverrideIds: [Number(IDS.dnsOverride)],
  });
  control.addScan({
    id: Number(IDS.scan),
    webAppId: Number(IDS.webApp),
    status: 'RUNNING',
  });
  control.addSecurityHubIntegration({
    id: IDS.securityHub,
    name: 'Findings',
    rows: [
      {
        awsAccount: ACCOUNT,
        minSeverity: 3,
        baseCategory: 'Potential',
        regions: ['eu-west-2', 'eu-west-1'],
      },
    ],
  });
  control.addS3Integration({ id: IDS.s3 });
}

import type { S3SettingsInput } from 'qualys-model';
import { startSimulator, type Simulator } from 'qualys-simulator';
import { errorOf, FAST } from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';

const SETTINGS: S3SettingsInput = {
  name: 'Findings',
  bucketName: 'qualys-findings',
  bucketRegion: 'eu-west-1',
  roleArn: 'arn:aws:iam::123456789012:role/qualys-s3',
  minSeverity: 4,
  filterQuery: { vuln: 'category: Confirmed', asset: 'os: Windows' },
  sendVulnInfo: true,
  compressData: true,
  resultSectionNeeded: false,
  sendAlerts: true,
  errorEmails: ['team@example.com'],
};

describe('an S3 integration on a simulated platform', () => {
  let simulator: Simulator;
  let client: QualysClient;
  let id: string;

  beforeAll(async () => {
    simulator = await startSimulator({ seed: 5 });
    const { urls, credentials } = simulator;
    client = createQualysClient({ urls, credentials, retries: FAST });
  });
  beforeEach(() => {
    simulator.control.reset();
    ({ id } = simulator.control.addS3Integration({}));
  });
  afterAll(async () => {
    await client.close();
    await simulator.stop();
  });

  it('has exactly the settings that were sent', async () => {
    const result = await client.s3.update(id, SETTINGS);

    expect(result).toEqual({
      message: expect.stringMatching(/success/i),
      trustRelationshipMustBeUpdated: false,
      warnings: [],
    });
    expect(simulator.control.s3Integration(id)).toMatchObject({
      name: 'Findings',
      bucketName: 'qualys-findings',
      bucketRegion: 'eu-west-1',
      compressData: true,
      resultSectionNeeded: false,
      sendAlerts: true,
      errorEmails: ['team@example.com'],
      filterQuery: {
        vuln: 'category: Confirmed',
        asset: 'os: Windows',
        removeVulnFilter: false,
        removeAssetFilter: false,
      },
    });
  });

  it('gets a new external ID, which the trust relationship must then have', async () => {
    const result = await client.s3.update(id, {
      ...SETTINGS,
      regenerateExternalId: true,
    });

    expect(result.trustRelationshipMustBeUpdated).toBe(true);
    expect(result.warnings.map(({ code }) => code)).toEqual([
      'externalIdRegenerated',
    ]);
    expect(result.externalId?.normalised).toBe(
      result.externalId?.raw.replace(/\s/g, ''),
    );
    expect(result.externalId?.normalised).toMatch(/^\S+$/);
  });

  it('sends odd ARNs where it is asked to', async () => {
    const odd = { ...SETTINGS, roleArn: 'arn:aws:iam:::12345678911/role:test' };

    expect(await errorOf(client.s3.update(id, odd))).toMatchObject({
      kind: 'invalid',
      path: 'roleArn',
      message: expect.stringMatching(/Nothing was sent/),
    });
    await client.s3.update(id, odd, { allowNonStandardArn: true });
    expect(simulator.control.s3Integration(id)).toMatchObject({
      roleArn: odd.roleArn,
    });
  });
});

import { demoConnectors } from '../..';
import { startPlatform, type TestPlatform } from '../../__testUtils__/platform';
import {
  AWS,
  AZURE,
  GCP,
  KEY_FILE,
  SETTLE_MS,
  formOf,
  writesTo,
  type Writes,
} from './__testUtils__/writes';

describe('updating connectors of CloudView', () => {
  let platform: TestPlatform;
  let send: Writes['send'];
  let done: Writes['done'];
  let createAws: Writes['createAws'];

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 20 });
    ({ send, done, createAws } = writesTo(platform));
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  it('replaces the settings of an AWS connector', async () => {
    const { connectorId } = await createAws();
    platform.control.advanceClock(SETTLE_MS);
    const { pollingFrequency: _, description: __, ...rest } = AWS;
    const updated = await done('PUT', `/aws/connectors/${connectorId}`, {
      ...rest,
      name: 'DEF',
    });
    expect(updated).toMatchObject({
      connectorId,
      name: 'DEF',
      description: '',
      pollingFrequency: { hours: 4, minutes: 0 },
      state: 'SUCCESS',
    });
    expect(platform.control.health().connectors).toBe(21);
  });

  it('begins anew where Qualys signs in in another way', async () => {
    const [well] = demoConnectors();
    const path = `/aws/connectors/${well.id}`;
    const { arn, externalId, name } = await platform.get(path);
    const kept = await done('PUT', path, { arn, externalId, name });
    expect(kept).toMatchObject({ state: 'SUCCESS', error: '' });
    const changed = { arn: `${arn}2`, externalId, name };
    expect(await done('PUT', path, changed)).toMatchObject({
      state: 'PENDING',
      error: '50004',
    });
  });

  it.each(['aws', 'azure', 'gcp'])(
    'keeps the remediation of %s that it does not name',
    async cloud => {
      const bodies: Record<string, (remediation?: boolean) => unknown> = {
        aws: remediationEnabled => ({ ...AWS, remediationEnabled }),
        azure: remediationEnabled => ({ ...AZURE, remediationEnabled }),
        gcp: remediation =>
          formOf({ ...GCP, remediationEnabled: remediation?.toString() }),
      };
      const body = bodies[cloud];
      const { connectorId } = await done(
        'POST',
        `/${cloud}/connectors`,
        body(true),
      );
      const update = async (remediation?: boolean) =>
        (
          await done(
            'PUT',
            `/${cloud}/connectors/${connectorId}`,
            body(remediation),
          )
        ).remediationEnabled;
      expect(await update()).toBe(true);
      expect(await update(false)).toBe(false);
      expect(await update()).toBe(false);
      expect(await update(true)).toBe(true);
    },
  );

  it('bears a subscriptionId of Azure, without effect', async () => {
    const { connectorId } = await done('POST', '/azure/connectors', AZURE);
    const path = `/azure/connectors/${connectorId}`;
    const moved = { ...AZURE, subscriptionId: 'another' };
    expect(await done('PUT', path, moved)).toMatchObject({
      subscriptionId: AZURE.subscriptionId,
    });
  });

  it('keeps an Azure key that is left out, or refuses to', async () => {
    const { connectorId } = await done('POST', '/azure/connectors', AZURE);
    const path = `/azure/connectors/${connectorId}`;
    const { authenticationKey: _, ...keyless } = AZURE;
    expect((await send('PUT', path, keyless)).status).toBe(200);

    platform.control.setBehaviours({ azureUpdateWithoutKey: 'refused' });
    const refused = await send('PUT', path, keyless);
    expect(refused.status).toBe(400);
    expect(refused.json().message).toMatch(/^authenticationKey/);
    expect((await send('PUT', path, AZURE)).status).toBe(200);
  });

  it('changes of a GCP connector what the form names', async () => {
    const { connectorId } = await done('POST', '/gcp/connectors', formOf(GCP));
    platform.control.advanceClock(SETTLE_MS);
    const path = `/gcp/connectors/${connectorId}`;
    const description = 'Sample Description update';
    expect(await done('PUT', path, formOf({ description }))).toMatchObject({
      name: 'API Connector',
      description,
      state: 'SUCCESS',
      remediationEnabled: true,
      pollingFrequency: { hours: 4, minutes: 0 },
    });
    const key = formOf({ configFile: KEY_FILE });
    expect(await done('PUT', path, key)).toMatchObject({ state: 'PENDING' });
  });

  it('wants an external ID in the new form', async () => {
    const legacy = demoConnectors().find(
      ({ name }) => name === 'logistics-tracking-prod',
    )!;
    const path = `/aws/connectors/${legacy.id}`;
    const { arn, externalId, name } = await platform.get(path);
    expect((await send('PUT', path, { arn, externalId, name })).status).toBe(
      400,
    );
  });

  it('finds no connector of another cloud', async () => {
    const { connectorId } = await createAws();
    const path = `/azure/connectors/${connectorId}`;
    expect((await send('PUT', path, AZURE)).status).toBe(404);
  });
});

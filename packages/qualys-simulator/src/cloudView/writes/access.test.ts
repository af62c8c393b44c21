import { startPlatform, type TestPlatform } from '../../__testUtils__/platform';
import { qpsCaller } from '../../__testUtils__/qps';
import {
  AWS,
  AZURE,
  formOf,
  GCP,
  SETTLE_MS,
  writesTo,
} from './__testUtils__/writes';

const MISSING = 'arn:aws:iam::123456789012:role/security/QualysMissingRole';
const REVOKED = 'hush-revoked';

const keyFile = (key: object) =>
  new File([JSON.stringify({ type: 'service_account', ...key })], 'key.json', {
    type: 'application/json',
  });

const GOOD_KEY = { private_key: 'good', client_email: 'qualys@example.com' };

/** The ways to write to a connector, each with access that is good and that is not. */
const CLOUDS = [
  {
    cloud: 'aws',
    badly: { arn: MISSING },
    well: { arn: AWS.arn },
    body: (fields: object) => ({ ...AWS, ...fields }),
    said: /sts:AssumeRole on resource: arn:aws:iam::123456789012:role\/security\/QualysMissingRole/,
    pending: '50004',
  },
  {
    cloud: 'azure',
    badly: { authenticationKey: REVOKED },
    well: { authenticationKey: 'hush' },
    body: (fields: object) => ({ ...AZURE, ...fields }),
    said: /^AuthorizationFailed: .*9f8e7d6c/,
    pending: '',
  },
  {
    cloud: 'gcp',
    badly: { configFile: keyFile({ ...GOOD_KEY, private_key: REVOKED }) },
    well: { configFile: keyFile(GOOD_KEY) },
    body: (fields: object) => formOf({ ...GCP, ...fields }),
    said: /^403 Forbidden: .*my-project/,
    pending: '',
  },
  {
    cloud: 'gcp',
    badly: {
      configFile: keyFile({ ...GOOD_KEY, client_email: 'Revoked@example.com' }),
    },
    well: { configFile: keyFile(GOOD_KEY) },
    body: (fields: object) => formOf({ ...GCP, ...fields }),
    said: /^403 Forbidden/,
    pending: '',
  },
];

describe('access that does not work', () => {
  let platform: TestPlatform;
  let writes: ReturnType<typeof writesTo>;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
    writes = writesTo(platform);
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const settled = async (cloud: string, id: string) => {
    platform.control.advanceClock(SETTLE_MS);
    return writes.get(cloud, id);
  };
  const errorsOf = async (cloud: string, id: string) =>
    (
      await platform.get(
        `/${cloud}/connectors/${id}/errors?pageNo=0&pageSize=50`,
      )
    ).content;
  const run = (cloud: string, id: string) =>
    writes.done('POST', `/${cloud}/connectors/run`, [id]);

  it.each(CLOUDS)(
    'ends in an error of CloudView’s connector of $cloud, until it is mended',
    async ({ cloud, badly, well, body, said, pending }) => {
      const path = `/${cloud}/connectors`;
      const created = await writes.done('POST', path, body(badly));
      const { connectorId: id } = created;
      expect(created).toMatchObject({ state: 'PENDING', error: pending });
      expect(await settled(cloud, id)).toMatchObject({
        state: 'ERROR',
        error: expect.stringMatching(said),
      });
      const errors = await errorsOf(cloud, id);
      expect(errors).toHaveLength(2);
      expect(errors[0].error).toMatch(said);
      expect(JSON.stringify([created, errors])).not.toMatch(/revoked/i);

      // The same once more, and other settings, change nothing.
      await run(cloud, id);
      expect(await settled(cloud, id)).toMatchObject({ state: 'ERROR' });

      const mended = await writes.done('PUT', `${path}/${id}`, body(well));
      expect(mended).toMatchObject({ state: 'PENDING', error: pending });
      expect(await settled(cloud, id)).toMatchObject({
        state: 'SUCCESS',
        error: '',
      });
      expect(await errorsOf(cloud, id)).toEqual([]);

      await writes.done('PUT', `${path}/${id}`, body(badly));
      expect(await settled(cloud, id)).toMatchObject({ state: 'ERROR' });
    },
  );

  it('is that of an account which lets nobody in, as long as it does not', async () => {
    const { connectorId: id } = await writes.createAws();
    expect(await settled('aws', id)).toMatchObject({ state: 'SUCCESS' });

    platform.control.setAccessRefused({ accounts: ['123456789012'] });
    expect(await settled('aws', id)).toMatchObject({ state: 'SUCCESS' });
    await run('aws', id);
    expect(await writes.get('aws', id)).toMatchObject({
      state: 'PENDING',
      error: '50004',
    });
    expect(await settled('aws', id)).toMatchObject({
      state: 'ERROR',
      error: expect.stringContaining('AccessDenied'),
    });

    const port = (body: object) =>
      platform.controlPort('PUT', '/access-refused', body);
    expect((await port({ accounts: [''] })).status).toBe(400);
    expect((await port({ accounts: [] })).status).toBe(204);
    expect(await settled('aws', id)).toMatchObject({ state: 'ERROR' });
    await run('aws', id);
    expect(await settled('aws', id)).toMatchObject({ state: 'SUCCESS' });
  });

  it('is forgotten when all begins anew', async () => {
    platform.control.setAccessRefused({ accounts: ['123456789012'] });
    platform.control.reset();
    const { connectorId: id } = await writes.createAws();
    expect(await settled('aws', id)).toMatchObject({ state: 'SUCCESS' });
  });

  describe('through Asset Management', () => {
    const qps = qpsCaller(() => platform);
    const { applicationId, directoryId, subscriptionId } = AZURE;
    const SIGN_IN = { applicationId, directoryId, subscriptionId };
    const create = async (element: string, data: object) => {
      const answer = await qps.json(`3.0/create/am/${element.toLowerCase()}`, {
        data: { [element]: data },
      });
      expect(answer.responseCode).toBe('SUCCESS');
      return (Object.values(answer.data[0])[0] as { id: number }).id;
    };
    const update = (element: string, id: number, data: object) =>
      qps.json(`3.0/update/am/${element.toLowerCase()}/${id}`, {
        data: { [element]: data },
      });
    const settledAs = async (element: string, id: number) => {
      platform.control.advanceClock(SETTLE_MS);
      const answer = await qps.json(
        `3.0/get/am/${element.toLowerCase()}/${id}`,
      );
      return Object.values(answer.data[0])[0];
    };

    it.each([
      {
        element: 'AwsAssetDataConnector',
        data: { externalId: AWS.externalId },
        badly: { arn: MISSING },
        well: { arn: AWS.arn },
        said: /AccessDenied/,
      },
      {
        element: 'AzureAssetDataConnector',
        data: {},
        badly: { authRecord: { ...SIGN_IN, authenticationKey: REVOKED } },
        well: { authRecord: { authenticationKey: 'hush' } },
        said: /AuthorizationFailed/,
      },
      {
        element: 'GcpAssetDataConnector',
        data: {},
        badly: {
          authRecord: {
            project_id: 'my-project',
            ...GOOD_KEY,
            client_email: REVOKED,
          },
        },
        well: { authRecord: { project_id: 'my-project', ...GOOD_KEY } },
        said: /403 Forbidden/,
      },
    ])(
      'ends in an error of the $element, until it is mended',
      async ({ element, data, badly, well, said }) => {
        const name = 'Asked for';
        const id = await create(element, { name, ...data, ...badly });
        expect(await settledAs(element, id)).toMatchObject({
          connectorState: 'ERROR',
          lastError: expect.stringMatching(said),
        });
        await update(element, id, well);
        const mended = await settledAs(element, id);
        expect(mended).toMatchObject({ connectorState: 'SUCCESS' });
        expect(mended).not.toHaveProperty('lastError');
      },
    );
  });
});

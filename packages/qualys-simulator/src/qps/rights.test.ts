import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';
import { qpsCaller } from '../__testUtils__/qps';

const MANAGER = { username: 'acme_mg', password: 'manager-password' };
const AWS = 'am/awsassetdataconnector';

describe('rights of users', () => {
  let platform: TestPlatform;
  const qps = qpsCaller(() => platform);

  beforeAll(async () => {
    platform = await startPlatform({ otherUsers: [MANAGER] });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const NOT_AUTHORIZED = { responseCode: 'NOT_AUTHORIZED' };

  it('let Managers alone write to Asset Management', async () => {
    const { username } = platform.credentials;
    platform.control.setUserRights(username, { isManager: false });
    const id = platform.control.addAssetDataConnector({});
    const request = { data: { AwsAssetDataConnector: { name: 'new' } } };
    const path = `3.0/update/${AWS}/${id}`;
    expect(await qps.json(path, request)).toMatchObject(NOT_AUTHORIZED);
    for (const verb of ['run', 'delete']) {
      const answer = await qps.json(`3.0/${verb}/${AWS}/${id}`, {});
      expect(answer).toMatchObject(NOT_AUTHORIZED);
    }
    const read = await qps.json(`3.0/get/${AWS}/${id}`);
    expect(read.responseCode).toBe('SUCCESS');

    const answer = await platform.call(
      `${platform.urls.api}/qps/rest/${path}`,
      {
        method: 'POST',
        headers: {
          ...basic(MANAGER),
          accept: 'application/json',
          'content-type': 'application/json',
        },
        body: JSON.stringify({ ServiceRequest: request }),
      },
    );
    expect(answer.json().ServiceResponse.responseCode).toBe('SUCCESS');
  });

  it('let only some into WAS', async () => {
    const { username } = platform.credentials;
    const path = '3.0/count/was/webapp';
    const set = (rights: object) =>
      platform.controlPort('PUT', `/users/${username}/rights`, rights);

    expect((await set({ mayUseWas: false })).status).toBe(204);
    expect(await qps.json(path)).toMatchObject(NOT_AUTHORIZED);
    const portal = await qps.json('portal/version');
    expect(portal.responseCode).toBe('SUCCESS');

    const unknown = await set({ mayFly: true });
    expect(unknown.status).toBe(400);
    expect(unknown.json().error).toContain('mayFly');

    platform.control.reset();
    expect((await qps.json(path)).responseCode).toBe('SUCCESS');
  });
});

import { startPlatform, type TestPlatform } from '../__testUtils__/platform';

describe('behaviours', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({
      connectors: 0,
      behaviours: { securityHubPut: 'merges', startFromId: undefined },
    });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const AT_START = {
    securityHubPut: 'merges',
    securityHubDeleteAccounts: 'needsBody',
    securityHubStrings: 'damaged',
    s3OmittedFields: 'reset',
    startFromId: 'inclusive',
    webAppConfigWithoutCancel: 'cleared',
    azureUpdateWithoutKey: 'kept',
    largestPage: 1000,
  };

  it('are those of the start until they are switched', async () => {
    expect(platform.control.behaviours()).toEqual(AT_START);
    platform.control.setBehaviours({
      s3OmittedFields: 'kept',
      securityHubPut: undefined,
    });
    const switched = { ...AT_START, s3OmittedFields: 'kept' };
    expect(platform.control.behaviours()).toEqual(switched);

    platform.control.reset();
    expect(platform.control.behaviours()).toEqual(AT_START);
  });

  it('are switched through the control port', async () => {
    const port = platform.controlPort;
    const switched = { ...AT_START, securityHubPut: 'replaces' };
    const put = await port('PUT', '/behaviours', {
      securityHubPut: 'replaces',
    });
    expect(put.json()).toEqual(switched);
    expect((await port('GET', '/behaviours')).json()).toEqual(switched);

    const wrong = await port('PUT', '/behaviours', { securityHubPut: 'no' });
    expect(wrong.status).toBe(400);
    expect(wrong.json().issues[0].field).toBe('securityHubPut');
    const unknown = await port('PUT', '/behaviours', { colour: 'red' });
    expect(unknown.status).toBe(400);
  });
});

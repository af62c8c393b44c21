import { XMLParser } from 'fast-xml-parser';
import {
  basic,
  startPlatform,
  type TestPlatform,
} from '../__testUtils__/platform';

const PATH = '/api/2.0/fo/subscription/option_profile/vm/';

const parser = new XMLParser({ parseTagValue: false });

describe('option profiles', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ connectors: 0 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const call = (
    search: string,
    headers: Record<string, string> = {
      ...basic(platform.credentials),
      'x-requested-with': 'jest',
    },
    method: 'GET' | 'POST' | 'DELETE' = 'GET',
  ) => platform.call(platform.urls.api + PATH + search, { method, headers });
  const simpleReturn = (text: string) =>
    parser.parse(text).SIMPLE_RETURN.RESPONSE;

  it('are listed in XML that names its DTD', async () => {
    platform.control.addOptionProfile({
      id: '11123',
      name: 'A & <B>',
      isDefault: true,
      updatedAt: '2026-01-02T03:04:05Z',
    });
    const answer = await call('?action=list');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/xml/);
    expect(answer.text).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" \?>\n<!DOCTYPE OPTION_PROFILES SYSTEM "https:.+option_profile_info\.dtd">\n<OPTION_PROFILES>/,
    );
    const profiles = parser.parse(answer.text).OPTION_PROFILES.OPTION_PROFILE;
    expect(profiles).toHaveLength(4);
    expect(profiles[3]).toEqual({
      BASIC_INFO: {
        ID: '11123',
        GROUP_NAME: 'A & <B>',
        GROUP_TYPE: 'user',
        USER_ID: 'Demo User (demo_qs)',
        UNIT_ID: '0',
        SUBSCRIPTION_ID: expect.stringMatching(/^\d+$/),
        IS_DEFAULT: '1',
        IS_GLOBAL: '0',
        IS_OFFLINE_SYNCABLE: '0',
        UPDATE_DATE: '2026-01-02T03:04:05Z',
      },
    });
  });

  it('are listed for POST too, and for no other method', async () => {
    const headers = {
      ...basic(platform.credentials),
      'x-requested-with': 'jest',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const answer = await platform.call(platform.urls.api + PATH, {
      method: 'POST',
      headers,
      body: 'action=list',
    });
    expect(answer.status).toBe(200);
    expect((await call('?action=list', headers, 'DELETE')).status).toBe(405);
  });

  it('want the header X-Requested-With', async () => {
    const answer = await call('?action=list', basic(platform.credentials));
    expect(answer.status).toBe(400);
    expect(simpleReturn(answer.text).TEXT).toContain('X-Requested-With');
  });

  it('want a user', async () => {
    const answer = await call('?action=list', { 'x-requested-with': 'jest' });
    expect(answer.status).toBe(401);
    expect(simpleReturn(answer.text)).toEqual({
      DATETIME: '2026-03-04T10:30:00Z',
      CODE: '2000',
      TEXT: 'Bad Login/Password',
    });
  });

  it.each([
    ['1903', ''],
    ['1905', '?action=destroy'],
  ])('are refused with code %s for "%s"', async (code, search) => {
    const answer = await call(search);
    expect(answer.status).toBe(400);
    expect(simpleReturn(answer.text).CODE).toBe(code);
  });

  it('come with the headers of the platform, and so do the qps APIs', async () => {
    const ids = '[0-9a-f-]{36}:[0-9a-f-]{36}';
    const fo = await call('?action=list');
    expect(fo.headers['x-powered-by']).toMatch(
      new RegExp(`^Qualys:USPOD2:${ids}$`),
    );
    const qps = await call('../../../../../../qps/rest/portal/version');
    expect(qps.headers['x-powered-by']).toMatch(
      new RegExp(`^Qualys:USPOD02:${ids}$`),
    );
  });
});

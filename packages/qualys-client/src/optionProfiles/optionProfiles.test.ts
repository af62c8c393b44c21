import type { ServerResponse } from 'node:http';
import { optionProfileSchema } from 'qualys-model';
import { startSimulator } from 'qualys-simulator';
import {
  clientOf,
  errorOf,
  FAST,
  startServer,
  type TestServer,
} from '../__testUtils__/server';
import { createQualysClient, type QualysClient } from '../client';

const document = (content: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE OPTION_PROFILES SYSTEM "https://qualysapi.qualys.com/api/2.0/fo/subscription/option_profile/option_profile_info.dtd">
<OPTION_PROFILES>${content}</OPTION_PROFILES>`;

const profile = (info: string) =>
  `<OPTION_PROFILE>\n<BASIC_INFO>${info}</BASIC_INFO>
<SCAN><PORTS><TCP_PORTS><TCP_PORTS_TYPE>standard</TCP_PORTS_TYPE></TCP_PORTS></PORTS></SCAN>
</OPTION_PROFILE>\n`;

const FULL = profile(`
<ID>51451401</ID>
<GROUP_NAME><![CDATA[ user op & <one> ]]></GROUP_NAME>
<GROUP_TYPE>user</GROUP_TYPE>
<USER_ID><![CDATA[John Smith (jsmith_ap)]]></USER_ID>
<UNIT_ID>0</UNIT_ID>
<IS_DEFAULT>0</IS_DEFAULT>
<IS_GLOBAL>1</IS_GLOBAL>
<UPDATE_DATE>2018-04-10T13:39:41Z</UPDATE_DATE>`);

const PLAIN = profile('<ID>2</ID><GROUP_NAME>Initial Options</GROUP_NAME>');

const simpleReturn = (code: number, text: string) => `<?xml version="1.0"?>
<!DOCTYPE SIMPLE_RETURN SYSTEM "https://qualysapi.qualys.com/api/2.0/simple_return.dtd">
<SIMPLE_RETURN><RESPONSE><DATETIME>2018-04-10T11:10:36Z</DATETIME>
<CODE>${code}</CODE><TEXT>${text}</TEXT></RESPONSE></SIMPLE_RETURN>`;

describe('option profiles', () => {
  let server: TestServer;
  let client: QualysClient;
  let answer: (response: ServerResponse) => void;

  const xml =
    (text: string, status = 200, type = 'text/xml;charset=UTF-8') =>
    (response: ServerResponse) => {
      response.writeHead(status, { 'content-type': type });
      response.end(text);
    };

  beforeAll(async () => {
    server = await startServer((_, response) => answer(response));
    client = clientOf(server.url);
  });
  beforeEach(() => {
    server.received.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await server.stop();
  });

  it('are listed with what identifies them', async () => {
    answer = xml(document(`${FULL}${PLAIN}`));

    expect(await client.optionProfiles.list()).toEqual([
      {
        id: '51451401',
        title: 'user op & <one>',
        type: 'user',
        owner: 'John Smith (jsmith_ap)',
        isDefault: false,
        isGlobal: true,
        updatedOn: '2018-04-10T13:39:41.000Z',
      },
      { id: '2', title: 'Initial Options', isDefault: false, isGlobal: false },
    ]);
    const [{ method, url, headers }] = server.received;
    expect(`${method} ${url.pathname}${url.search}`).toBe(
      'GET /api/2.0/fo/subscription/option_profile/vm/?action=list',
    );
    expect(headers).toMatchObject({
      accept: 'application/xml',
      'x-requested-with': 'qualys-client',
    });
  });

  it.each([
    ['one', document(PLAIN), 1],
    ['none', document(''), 0],
    ['none, with a line break', document('\n'), 0],
  ])('are listed where there is %s', async (_, text, count) => {
    answer = xml(text);
    expect(await client.optionProfiles.list()).toHaveLength(count);
  });

  it.each([
    ['another document', '<SCAN_LIST_OUTPUT/>', 'OPTION_PROFILES'],
    ['another list', document('<PROFILE/>'), 'OPTION_PROFILES'],
    ['an empty profile', document('<OPTION_PROFILE/>'), 'OPTION_PROFILES'],
    [
      'a profile without an id',
      document(profile('<GROUP_NAME>x</GROUP_NAME>')),
      'OPTION_PROFILES.OPTION_PROFILE[0].BASIC_INFO.ID',
    ],
    [
      'a profile of another kind',
      document('<OPTION_PROFILE><INFO/></OPTION_PROFILE>'),
      'OPTION_PROFILES.OPTION_PROFILE[0].BASIC_INFO',
    ],
  ])('never read as empty: %s', async (_, text, path) => {
    answer = xml(text);
    const error = await errorOf(client.optionProfiles.list());
    expect(error.kind).toBe('unexpectedAnswer');
    expect(error.path).toContain(path);
  });

  it.each([
    [200, 2001, 'invalid'],
    [200, 2000, 'authentication'],
    [200, 2012, 'permission'],
    [200, 999, 'unavailable'],
    [400, 1905, 'invalid'],
    [401, 2000, 'authentication'],
    [403, 2012, 'permission'],
  ])('fail with HTTP %i and code %i as %s', async (status, code, kind) => {
    answer = xml(simpleReturn(code, 'Something is wrong'), status);
    const error = await errorOf(client.optionProfiles.list());
    expect(error).toMatchObject({ kind, code: String(code), status });
    expect(error.message).toContain('Something is wrong');
  });

  it('fail with the words of Qualys, whatever media type it names', async () => {
    answer = xml(simpleReturn(1905, 'Bad parameter'), 400, 'text/plain');
    expect(await errorOf(client.optionProfiles.list())).toMatchObject({
      kind: 'invalid',
      code: '1905',
    });
  });

  it('are those of a simulated platform', async () => {
    const simulator = await startSimulator({ seed: 3 });
    const { urls, credentials } = simulator;
    const other = createQualysClient({ urls, credentials, retries: FAST });
    try {
      const profiles = await other.optionProfiles.list();
      expect(profiles.length).toBeGreaterThan(1);
      for (const one of profiles) {
        expect(optionProfileSchema.parse(one)).toEqual(one);
      }
      expect(profiles.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    } finally {
      await other.close();
      await simulator.stop();
    }
  });
});

import { createQualysClient } from '../client';
import { QualysConfigurationError } from '../errors';
import { QUALYS_PLATFORMS } from './platforms';
import { resolveQualysUrls } from './resolveQualysUrls';

const PRIVATE = {
  api: 'https://qualysapi.example.com',
  gateway: 'https://qualysgateway.example.com',
  cloudView: 'https://qualysguard.example.com',
};

function refusal(location: unknown): QualysConfigurationError {
  try {
    resolveQualysUrls(location as never);
  } catch (error) {
    expect(error).toBeInstanceOf(QualysConfigurationError);
    return error as QualysConfigurationError;
  }
  throw new Error('It was accepted.');
}

describe('the platforms', () => {
  it.each([
    [
      'US1',
      'https://qualysapi.qualys.com',
      'https://gateway.qg1.apps.qualys.com',
      'https://qualysguard.qualys.com',
    ],
    [
      'us2',
      'https://qualysapi.qg2.apps.qualys.com',
      'https://gateway.qg2.apps.qualys.com',
      'https://qualysguard.qg2.apps.qualys.com',
    ],
    [
      'GOV1',
      'https://qualysapi.gov1.qualys.us',
      'https://gateway.gov1.qualys.us',
      'https://qualysguard.gov1.qualys.us',
    ],
    [
      ' Eu1 ',
      'https://qualysapi.qualys.eu',
      'https://gateway.qg1.apps.qualys.eu',
      'https://qualysguard.qualys.eu',
    ],
    [
      'EU3',
      'https://qualysapi.qg3.apps.qualys.it',
      'https://gateway.qg3.apps.qualys.it',
      'https://qualysguard.qg3.apps.qualys.it',
    ],
    [
      'UK1',
      'https://qualysapi.qg1.apps.qualys.co.uk',
      'https://gateway.qg1.apps.qualys.co.uk',
      'https://qualysguard.qg1.apps.qualys.co.uk',
    ],
    [
      'KSA1',
      'https://qualysapi.qg1.apps.qualysksa.com',
      'https://gateway.qg1.apps.qualysksa.com',
      'https://qualysguard.qg1.apps.qualysksa.com',
    ],
  ])('%s has its three hosts', (platform, api, gateway, cloudView) => {
    expect(resolveQualysUrls({ platform })).toEqual({
      api,
      gateway,
      cloudView,
    });
  });

  it('are fourteen, each on hosts of its own', () => {
    const hosts = Object.values(QUALYS_PLATFORMS).flatMap(urls =>
      Object.values(urls),
    );
    expect(Object.keys(QUALYS_PLATFORMS)).toHaveLength(14);
    expect(new Set(hosts).size).toBe(14 * 3);
    for (const host of hosts) expect(new URL(host).origin).toBe(host);
  });

  it.each(['US9', '', 'qg2', 'constructor', 'https://qualysapi.qualys.com'])(
    'do not include %p: the known ones are named',
    platform => {
      const { field, message } = refusal({ platform });
      expect(field).toBe('platform');
      expect(message).toContain('US1, US2');
      expect(message).toContain('KSA1');
    },
  );

  it('are not called qgl', () => {
    expect(refusal({ platform: 'qgl' }).message).toContain('qg1');
  });
});

describe('addresses of one’s own', () => {
  it('are taken as origins', () => {
    expect(resolveQualysUrls({ urls: PRIVATE })).toEqual(PRIVATE);
    expect(
      resolveQualysUrls({
        urls: { ...PRIVATE, api: 'HTTPS://QualysAPI.example.com:8443/' },
      }).api,
    ).toBe('https://qualysapi.example.com:8443');
  });

  it.each([
    'http://127.0.0.1:7012',
    'http://127.8.9.1',
    'http://localhost:7012',
    'http://[::1]:7012',
  ])('may be http on loopback: %s', cloudView => {
    expect(
      resolveQualysUrls({ urls: { ...PRIVATE, cloudView } }).cloudView,
    ).toBe(cloudView);
  });

  it.each([
    ['http://qualysguard.example.com', 'unencrypted'],
    ['http://localhost.example.com', 'unencrypted'],
    ['http://128.0.0.1', 'unencrypted'],
    ['http://0.0.0.0', 'unencrypted'],
    ['ftp://qualysguard.example.com', 'https://'],
    ['file:///etc/hosts', 'https://'],
    ['qualysguard.example.com', 'not a URL'],
    ['https://', 'not a URL'],
    ['https://me@qualysguard.example.com', 'user name'],
    ['https://me:secret@qualysguard.example.com', 'user name'],
    ['https://qualysguard.example.com?a=secret', 'query string'],
    ['https://qualysguard.example.com?', 'query string'],
    ['https://qualysguard.example.com#secret', 'fragment'],
    ['https://qualysguard.example.com/#', 'fragment'],
    ['https://qualysguard.example.com/cloudview-api', 'path'],
    ['https://qualysguard.qgl.apps.qualys.in', 'qg1'],
    ['https://qualysguard.qg?.apps.qualys.com', 'qg1'],
    ['https://qualysguard.QGL.apps.qualys.in', 'qg1'],
    ['', 'missing'],
    [undefined, 'missing'],
    [7, 'missing'],
  ])('are refused with a reason: %s', (cloudView, reason) => {
    const { field, message } = refusal({ urls: { ...PRIVATE, cloudView } });
    expect(field).toBe('urls.cloudView');
    expect(message).toContain(reason);
    expect(message).not.toContain('secret');
  });

  it('are all three needed', () => {
    expect(refusal({ urls: { api: PRIVATE.api } }).field).toBe('urls.gateway');
    expect(refusal({ urls: {} }).field).toBe('urls.api');
  });

  it('are given in place of a platform, not beside it', () => {
    expect(refusal({ platform: 'US2', urls: PRIVATE }).message).toContain(
      'Both',
    );
    expect(refusal({}).message).toContain('Neither');
    expect(refusal({ urls: null }).message).toContain('Neither');
  });
});

describe('a client', () => {
  const credentials = { username: 'quays_xy', password: 'Zq7-secret' };
  const refused = (options: object): QualysConfigurationError => {
    try {
      createQualysClient({ platform: 'US2', credentials, ...options } as never);
    } catch (error) {
      expect(error).toBeInstanceOf(QualysConfigurationError);
      expect((error as Error).message).not.toContain('Zq7-secret');
      return error as QualysConfigurationError;
    }
    throw new Error('It was accepted.');
  };

  it.each([
    [{ platform: 'US9' }, 'platform'],
    [{ credentials: { ...credentials, username: '' } }, 'credentials.username'],
    [
      { credentials: { ...credentials, username: 'a:b' } },
      'credentials.username',
    ],
    [{ credentials: { username: 'a' } }, 'credentials.password'],
    [{ credentials: undefined }, 'credentials.username'],
    [{ timeouts: { headersMs: 0 } }, 'timeouts.headersMs'],
    [{ timeouts: { totalMs: Infinity } }, 'timeouts.totalMs'],
    [{ retries: { limit: -1 } }, 'retries.limit'],
    [{ retries: { minDelayMs: 0.5 } }, 'retries.minDelayMs'],
    [{ maxAnswerBytes: 'large' }, 'maxAnswerBytes'],
  ])('is not made from %j', (options, field) => {
    expect(refused(options).field).toBe(field);
  });
});

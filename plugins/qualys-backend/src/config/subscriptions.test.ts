import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { intervalSeconds, timeoutSeconds } from './schedule';
import { readSubscriptions } from './subscriptions';

const credentials = { username: 'corp_xy1', password: 'hunter2-hunter2' };
const urls = {
  api: 'https://qualysapi.example.com',
  gateway: 'https://qualysgateway.example.com',
  cloudView: 'https://qualysguard.example.com',
};

function read(subscriptions: JsonObject) {
  return readSubscriptions(new ConfigReader({ qualys: { subscriptions } }));
}

function messageOf(subscription: JsonObject, id = 'main'): string {
  try {
    read({ [id]: subscription });
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('This configuration was taken');
}

describe('readSubscriptions', () => {
  it('fills in what is not said', () => {
    expect(read({ main: { platform: 'us2', credentials } })).toEqual([
      {
        id: 'main',
        title: 'main',
        platform: 'US2',
        urls: {
          api: 'https://qualysapi.qg2.apps.qualys.com',
          gateway: 'https://gateway.qg2.apps.qualys.com',
          cloudView: 'https://qualysguard.qg2.apps.qualys.com',
        },
        credentials,
        schedule: {
          frequency: { minutes: 30 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 5 },
          scope: 'global',
        },
        clouds: ['AWS', 'AZURE', 'GCP'],
        createThrough: 'assetManagement',
        feeds: ['assetManagement', 'cloudView'],
        cloudViewFullSeconds: 6 * 3600,
        removals: { most: 3, percent: 5, wholeGroups: true },
      },
    ]);
  });

  it('takes other bounds of what may go at once, each by itself', () => {
    const bounds = (removals: JsonObject) =>
      read({ main: { platform: 'US2', credentials, removals } })[0].removals;
    expect(bounds({ most: 0, percent: 0.5, wholeGroups: false })).toEqual({
      most: 0,
      percent: 0.5,
      wholeGroups: false,
    });
    expect(bounds({ most: 10 })).toEqual({
      most: 10,
      percent: 5,
      wholeGroups: true,
    });
  });

  it('takes a private platform with all that can be said', () => {
    const [subscription] = read({
      corp: {
        title: 'Example Corp',
        urls,
        credentials,
        schedule: { frequency: 'PT1H', timeout: { minutes: 20 } },
        connectorUrl: 'https://qualysguard.example.com/c/{provider}/{id}',
        writeCredentials: { username: 'corp_ma1', password: 'manager' },
        cloudViewAccess: 'gateway',
        dialect: 'xml',
        limits: {
          share: 0.5,
          families: { qps: { perHour: 2000, concurrency: 10 } },
        },
      },
    });
    expect(subscription).toMatchObject({
      id: 'corp',
      title: 'Example Corp',
      platform: 'private',
      urls,
      connectorUrl: 'https://qualysguard.example.com/c/{provider}/{id}',
      writeCredentials: { username: 'corp_ma1', password: 'manager' },
      cloudViewAccess: 'gateway',
      dialect: 'xml',
      limits: {
        share: 0.5,
        families: { qps: { perHour: 2000, concurrency: 10 } },
      },
    });
    expect(intervalSeconds(subscription.schedule)).toBe(3600);
    expect(timeoutSeconds(subscription.schedule)).toBe(1200);
  });

  it('takes the API that connectors are created through', () => {
    const [{ createThrough }] = read({
      main: { platform: 'US1', credentials, createThrough: 'cloudView' },
    });
    expect(createThrough).toBe('cloudView');
    expect(() =>
      read({ main: { platform: 'US1', credentials, createThrough: 'v1' } }),
    ).toThrow(
      'qualys.subscriptions.main.createThrough: "v1" must be one of assetManagement, cloudView',
    );
  });

  it('takes some clouds alone', () => {
    const [{ clouds }] = read({
      main: { platform: 'US1', credentials, clouds: ['gcp', 'AWS'] },
    });
    expect(clouds).toEqual(['AWS', 'GCP']);
  });

  it('takes one feed alone, and another duration', () => {
    const [subscription] = read({
      main: {
        platform: 'US1',
        credentials,
        feeds: { assetManagement: false },
        cloudViewFull: 'PT2H',
      },
    });
    expect(subscription).toMatchObject({
      feeds: ['cloudView'],
      cloudViewFullSeconds: 7200,
    });
  });

  it('knows no interval of a cron schedule', () => {
    const [{ schedule }] = read({
      main: {
        platform: 'US1',
        credentials,
        schedule: { frequency: { cron: '0 * * * *' }, timeout: 'PT5M' },
      },
    });
    expect(intervalSeconds(schedule)).toBeUndefined();
  });

  it('takes a configuration without subscriptions', () => {
    expect(readSubscriptions(new ConfigReader({}))).toEqual([]);
    expect(readSubscriptions(new ConfigReader({ qualys: {} }))).toEqual([]);
  });

  const key = 'qualys.subscriptions.main';
  it.each<[string, JsonObject, string, RegExp]>([
    ['no platform', { credentials }, key, /exactly one.*neither/],
    [
      'both platform and urls',
      { platform: 'US2', urls, credentials },
      key,
      /exactly one.*both/,
    ],
    [
      'an unknown platform',
      { platform: 'US9', credentials },
      `${key}.platform`,
      /US9.*US1, US2/,
    ],
    [
      'qgl for qg1',
      {
        urls: { ...urls, api: 'https://qualysapi.qgl.apps.qualys.com' },
        credentials,
      },
      `${key}.urls.api`,
      /qg1/,
    ],
    [
      'http beyond this machine',
      {
        urls: { ...urls, cloudView: 'http://qualysguard.example.com' },
        credentials,
      },
      `${key}.urls.cloudView`,
      /https/,
    ],
    [
      'a missing address',
      { urls: { api: urls.api, cloudView: urls.cloudView }, credentials },
      `${key}.urls.gateway`,
      /./,
    ],
    [
      'no user name',
      { platform: 'US2', credentials: { password: 'hunter2-hunter2' } },
      `${key}.credentials.username`,
      /./,
    ],
    [
      'no password',
      { platform: 'US2', credentials: { username: 'corp_xy1' } },
      `${key}.credentials.password`,
      /./,
    ],
    [
      'half of the credentials of who writes',
      { platform: 'US2', credentials, writeCredentials: { username: 'm' } },
      `${key}.writeCredentials.password`,
      /./,
    ],
    [
      'another dialect',
      { platform: 'US2', credentials, dialect: 'yaml' },
      `${key}.dialect`,
      /"yaml".*json, xml/,
    ],
    [
      'another way to CloudView',
      { platform: 'US2', credentials, cloudViewAccess: 'vpn' },
      `${key}.cloudViewAccess`,
      /"vpn".*portal, gateway/,
    ],
    [
      'a limit that is no number',
      { platform: 'US2', credentials, limits: { share: 'half' } },
      `${key}.limits.share`,
      /number/,
    ],
    [
      'a schedule without a timeout',
      { platform: 'US2', credentials, schedule: { frequency: 'PT1H' } },
      `${key}.schedule`,
      /timeout/,
    ],
    [
      'no feed at all',
      {
        platform: 'US2',
        credentials,
        feeds: { assetManagement: false, cloudView: false },
      },
      `${key}.feeds`,
      /both.*assetManagement and cloudView/,
    ],
    [
      'a feed that there is none of',
      { platform: 'US2', credentials, feeds: { cloudview: false } },
      `${key}.feeds.cloudview`,
      /assetManagement or cloudView/,
    ],
    [
      'a feed that is neither on nor off',
      { platform: 'US2', credentials, feeds: { cloudView: 'perhaps' } },
      `${key}.feeds.cloudView`,
      /boolean/,
    ],
    [
      'a cloud that there is none of',
      { platform: 'US2', credentials, clouds: ['AWS', 'OCI'] },
      `${key}.clouds`,
      /OCI.*AWS, AZURE, GCP/,
    ],
    [
      'no cloud at all',
      { platform: 'US2', credentials, clouds: [] },
      `${key}.clouds`,
      /one or more/,
    ],
    [
      'no duration',
      { platform: 'US2', credentials, cloudViewFull: 'often' },
      `${key}.cloudViewFull`,
      /hours: 6/,
    ],
    [
      'no time at all',
      { platform: 'US2', credentials, cloudViewFull: { hours: 0 } },
      `${key}.cloudViewFull`,
      /longer/,
    ],
    [
      'half a connector',
      { platform: 'US2', credentials, removals: { most: 2.5 } },
      `${key}.removals.most`,
      /2\.5.*whole number/,
    ],
    [
      'more than a hundred of a hundred',
      { platform: 'US2', credentials, removals: { percent: 101 } },
      `${key}.removals.percent`,
      /101.*0 to 100/,
    ],
    [
      'a bound that is no number',
      { platform: 'US2', credentials, removals: { most: 'few' } },
      `${key}.removals.most`,
      /number/,
    ],
    [
      'a bound that there is none of',
      { platform: 'US2', credentials, removals: { max: 3 } },
      `${key}.removals.max`,
      /most, percent, wholeGroups/,
    ],
    [
      'a link that is none',
      { platform: 'US2', credentials, connectorUrl: 'file:///etc/{id}' },
      `${key}.connectorUrl`,
      /http/,
    ],
    [
      'a link to no connector',
      { platform: 'US2', credentials, connectorUrl: 'https://example.com' },
      `${key}.connectorUrl`,
      /\{id\}/,
    ],
  ])('refuses %s', (_name, subscription, wrong, right) => {
    const message = messageOf(subscription);
    expect(message).toContain(wrong);
    expect(message).toMatch(right);
    expect(message).not.toContain('hunter2');
  });

  it('refuses an id that could not stand in an address', () => {
    expect(messageOf({ platform: 'US2', credentials }, 'My_Corp')).toMatch(
      /qualys\.subscriptions\.My_Corp.*lower-case/,
    );
  });
});

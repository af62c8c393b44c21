import { mockServices } from '@backstage/backend-test-utils';
import { readConnectorLinks, readProviderConfig } from '.';

const config = (data: object) =>
  mockServices.rootConfig({ data: JSON.parse(JSON.stringify(data)) });
const provider = (qualys: object) =>
  config({ catalog: { providers: { qualys } } });

describe('readProviderConfig', () => {
  it('needs nothing', () => {
    expect(readProviderConfig(config({}))).toEqual({
      schedule: {
        frequency: { minutes: 10 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 10 },
      },
      fallbackOwner: 'group:default/unowned',
    });
  });

  it('takes a schedule and an owner', () => {
    expect(
      readProviderConfig(
        provider({
          schedule: { frequency: { minutes: 3 }, timeout: { minutes: 1 } },
          fallbackOwner: 'Platform',
        }),
      ),
    ).toEqual({
      schedule: expect.objectContaining({
        frequency: { minutes: 3 },
        initialDelay: { seconds: 10 },
      }),
      fallbackOwner: 'group:default/platform',
    });
  });

  it('names the key that is wrong', () => {
    expect(() =>
      readProviderConfig(provider({ fallbackOwner: 'a:b:c' })),
    ).toThrow(
      /catalog\.providers\.qualys\.fallbackOwner: .*group:default\/unowned/,
    );
    expect(() =>
      readProviderConfig(provider({ schedule: { frequency: 'often' } })),
    ).toThrow(/catalog\.providers\.qualys\.schedule: /);
  });
});

describe('readConnectorLinks', () => {
  const connector = {
    subscription: 'main',
    provider: 'AWS' as const,
    id: 'a/$&b',
  };

  it('fills the template of the subscription in', () => {
    const link = readConnectorLinks(
      config({
        qualys: {
          subscriptions: {
            main: { connectorUrl: 'https://q.example/{provider}/{id}' },
          },
        },
      }),
    );
    expect(link(connector)).toBe('https://q.example/aws/a%2F%24%26b');
    expect(link({ ...connector, subscription: 'other' })).toBeUndefined();
    // Asset Management alone knows it, and names no id in CloudView.
    expect(link({ ...connector, id: 'am-aws-5' })).toBeUndefined();
  });

  it('gives no link that could run a script, nor without a template', () => {
    const link = readConnectorLinks(
      config({
        qualys: {
          subscriptions: { main: { connectorUrl: 'data:text/html,{id}' } },
        },
      }),
    );
    expect(link(connector)).toBeUndefined();
    expect(readConnectorLinks(config({}))(connector)).toBeUndefined();
  });
});

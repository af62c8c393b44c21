import { mockServices } from '@backstage/backend-test-utils';
import { readAcceptRules } from './acceptRules';
import { readScanSchedule } from './schedule';

const config = (bindings: object) =>
  mockServices.rootConfig({
    data: JSON.parse(JSON.stringify({ qualys: { bindings } })),
  });

const claim = {
  type: 'connector' as const,
  entityRef: 'component:default/checkout',
  subscription: 'main',
  objectId: '5f0c9f04-8d2f-4c1b-9a58-6d6f2b7f3a11',
};

describe('readAcceptRules', () => {
  it.each([
    [{ entity: 'Component:default/*' }, undefined, true],
    [{ entity: 'component:default/check' }, undefined, false],
    [{ objects: 'main/*' }, undefined, true],
    [{ objects: 'other/*' }, undefined, false],
    [{ entity: '*', objects: 'other/*' }, undefined, false],
    [{ location: 'url:https://git.example/*' }, undefined, false],
    [{ type: 'connector', objects: 'main/*' }, undefined, true],
    [{ type: 's3Integration' }, undefined, false],
    [{ type: 'securityHubAccount' }, undefined, false],
    [{ location: '*' }, [], false],
    [
      { location: 'url:https://git.example/org/*' },
      ['url:https://git.example/org/a/b.yaml'],
      true,
    ],
    [
      { location: 'url:https://git.example/org/*' },
      ['url:https://git.example/ORG/a.yaml'],
      false,
    ],
    [
      { location: 'url:https://git.example/org/*' },
      ['url:https://git.example/org/a', 'url:https://evil.example/org/a'],
      false,
    ],
  ])('%j with locations %j: %s', (rule, locations, expected) => {
    const [read] = readAcceptRules(config({ accept: [rule] }));
    expect(read.accepts(claim, locations)).toBe(expected);
  });

  it('says the rule for people', () => {
    const [rule] = readAcceptRules(
      config({ accept: [{ objects: 'main/*', entity: 'component:*' }] }),
    );
    expect(rule.text).toBe('entity component:*, objects main/*');
  });

  it.each([
    [{ accept: [{}] }, /qualys\.bindings\.accept\.0: .*entity: "\*"/],
    [{ accept: [{ entity: '' }] }, /qualys\.bindings\.accept\.0\.entity: /],
    [{ accept: [{ enttiy: 'x' }] }, /qualys\.bindings\.accept\.0: .*enttiy/],
    [{ accept: { entity: 'x' } }, /qualys\.bindings\.accept: /],
  ])('refuses %j and names the key', (bindings, message) => {
    expect(() => readAcceptRules(config(bindings))).toThrow(message);
  });
});

describe('readScanSchedule', () => {
  it('is every ten minutes unless configured, and always begins soon', () => {
    expect(readScanSchedule(config({}))).toMatchObject({
      frequency: { minutes: 10 },
      initialDelay: { seconds: 15 },
    });
    expect(
      readScanSchedule(
        config({
          schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
        }),
      ),
    ).toMatchObject({
      frequency: { minutes: 1 },
      initialDelay: { seconds: 15 },
    });
    expect(() =>
      readScanSchedule(config({ schedule: { frequency: 'often' } })),
    ).toThrow(/qualys\.bindings\.schedule: /);
  });
});

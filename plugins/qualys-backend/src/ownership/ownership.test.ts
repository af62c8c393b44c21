import { mockServices } from '@backstage/backend-test-utils';
import type { OwnershipResolver } from 'backstage-plugin-qualys-node';
import type { CloudConnector } from 'qualys-model';
import { createOwnership, readOwnershipRules } from '.';
import type { OwnedThing } from './conditions';

const rulesOf = (ownership?: object) =>
  readOwnershipRules(
    mockServices.rootConfig({
      data: JSON.parse(JSON.stringify({ qualys: { ownership } })),
    }),
  );

const thing = (
  connector: Partial<OwnedThing['connector']> = {},
  more: Partial<Omit<OwnedThing, 'connector'>> = {},
): OwnedThing => ({
  subscription: 'main',
  tags: [],
  ...more,
  connector: {
    provider: 'AWS',
    account: '1',
    name: 'x',
    groups: [],
    ...connector,
  },
});

describe('readOwnershipRules', () => {
  const rules = rulesOf({
    rules: [
      {
        name: 'the payments account',
        match: {
          account: ['012345678901', '5D1B7B2C-3D66-4C60-9F5B-0F3B8F3F0001'],
        },
        owner: 'group:default/payments',
        system: 'shop',
        namespace: 'cloud',
        labels: { 'example.com/lifecycle': 'production' },
      },
      { match: { tag: 'team-*' }, owner: 'teams' },
      { match: { group: ['Logistics', 'g-7'] }, owner: 'logistics' },
      {
        match: { name: 'prod-*', provider: ['azure', 'GCP'] },
        owner: 'group:platform',
      },
      { match: { subscription: 'other' }, owner: 'User:Ops/jo' },
    ],
    default: 'unsorted',
  });

  it.each<[string, OwnedThing, string, string]>([
    [
      'an account',
      thing(
        { account: '012345678901' },
        { tags: [{ id: '1', name: 'team-a' }] },
      ),
      'group:default/payments',
      'the payments account',
    ],
    [
      'an account in other letters',
      thing({ account: '5d1b7b2c-3d66-4c60-9f5b-0f3b8f3f0001' }),
      'group:default/payments',
      'the payments account',
    ],
    [
      'a tag by its name',
      thing({}, { tags: [{ id: '1' }, { id: '2', name: 'Team-B' }] }),
      'group:default/teams',
      'tag team-*',
    ],
    [
      'a group by its name',
      thing({ groups: [{ id: 'g-1', name: 'logistics' }] }),
      'group:default/logistics',
      'group Logistics or g-7',
    ],
    [
      'a group by its id',
      thing({ groups: [{ id: 'G-7', name: 'renamed' }] }),
      'group:default/logistics',
      'group Logistics or g-7',
    ],
    [
      'name and cloud together',
      thing({ name: 'PROD-1', provider: 'GCP' }),
      'group:default/platform',
      'provider azure or GCP, name prod-*',
    ],
    [
      'only one of two conditions',
      thing({ name: 'prod-1', provider: 'AWS' }),
      'group:default/unsorted',
      'default',
    ],
    [
      'the subscription',
      thing({}, { subscription: 'other' }),
      'user:ops/jo',
      'subscription other',
    ],
    ['nothing', thing({ account: '' }), 'group:default/unsorted', 'default'],
  ])('decides by %s', (_, what, owner, rule) => {
    expect(rules.decide(what)).toMatchObject({ owner, rule });
  });

  it('gives a system, a namespace and labels', () => {
    expect(rules.decide(thing({ account: '012345678901' }))).toEqual({
      owner: 'group:default/payments',
      rule: 'the payments account',
      system: 'system:default/shop',
      namespace: 'cloud',
      labels: { 'example.com/lifecycle': 'production' },
    });
  });

  it('never takes an empty word for one that fits', () => {
    const all = rulesOf({ rules: [{ match: { tag: '*' }, owner: 'a' }] });
    expect(all.decide(thing())).toBeUndefined();
    expect(all.decide(thing({}, { tags: [{ id: '1', name: '' }] }))).toEqual({
      owner: 'group:default/a',
      rule: 'tag *',
    });
  });

  it('gives nobody without rules', () => {
    expect(rulesOf().decide(thing())).toBeUndefined();
  });

  const one = (rule: object) => ({ rules: [{ owner: 'a', ...rule }] });
  it.each([
    [
      one({ match: { account: '1234' }, owner: 'b' }),
      /0\.match\.account: .*quotes/,
    ],
    [
      one({ match: { account: '012345678901' }, owner: 'a b' }),
      /rules\.0: .*group:default/,
    ],
    [one({ match: { account: 7 } }), /rules\.0\.match\.account: /],
    [one({ match: { account: [] } }), /rules\.0\.match\.account: /],
    [one({ match: { name: '' } }), /rules\.0\.match\.name: /],
    [one({ match: {} }), /rules\.0\.match: .*at least one.*default/],
    [one({}), /rules\.0\.match: /],
    [
      one({ match: { provider: 'OCI' } }),
      /match\.provider: "OCI".*AWS, AZURE, GCP/,
    ],
    [one({ match: { colour: 'red' } }), /rules\.0\.match.*/],
    [
      one({ match: { name: 'x' }, system: 'group:default/a' }),
      /rules\.0: system: /,
    ],
    [one({ match: { name: 'x' }, namespace: 'A_B' }), /rules\.0: namespace: /],
    [
      one({ match: { name: 'x' }, labels: { 'a b': 'c' } }),
      /rules\.0: labels: /,
    ],
    [one({ match: { name: 'x' }, labels: { a: 7 } }), /rules\.0\.labels\.a: /],
    [
      {
        rules: [
          { match: { name: 'x' }, owner: 'a' },
          { match: { name: 'x' }, owner: 'b' },
        ],
      },
      /rules\.1: another rule \(0\) is called "name x"/,
    ],
    [{ default: 'group:a/b/c' }, /qualys\.ownership\.default: /],
    [{ tags: {} }, /qualys\.ownership: .*tags/],
  ])('refuses %j and names the key', (ownership, message) => {
    expect(() => rulesOf(ownership)).toThrow(message);
  });

  it('looks hundreds of accounts up', () => {
    const accounts = Array.from({ length: 500 }, (_, index) =>
      String(100_000_000_000 + index),
    );
    const many = rulesOf({
      rules: [{ match: { account: accounts }, owner: 'a' }],
    });
    expect(many.decide(thing({ account: accounts[499] }))).toEqual({
      owner: 'group:default/a',
      rule: 'rule 1',
    });
  });
});

describe('createOwnership', () => {
  const connector = { id: 'one', account: '1', name: 'x', groups: [] };
  const input = {
    connector: connector as unknown as CloudConnector,
    subscription: 'main',
    tags: [],
  };
  const rules = rulesOf({ default: 'unsorted' });
  const configured = { owner: 'group:default/unsorted', rule: 'default' };

  const resolve = (resolver?: OwnershipResolver) => {
    const logger = mockServices.logger.mock();
    const ownership = createOwnership({ rules, resolver, logger });
    return { logger, result: ownership(input) };
  };

  it('is what the configuration says', async () => {
    expect(await resolve().result).toEqual({
      ownership: configured,
      certain: true,
    });
  });

  it('is what a module says, which knows what the configuration says', async () => {
    const resolver = jest.fn(async () => ({
      owner: 'Payments',
      rule: 'cmdb',
      system: 'Shop',
    }));
    expect(await resolve(resolver).result).toEqual({
      ownership: {
        owner: 'group:default/payments',
        rule: 'cmdb',
        system: 'system:default/shop',
      },
      certain: true,
    });
    expect(resolver).toHaveBeenCalledWith({ ...input, configured });
    expect(await resolve(() => undefined).result).toEqual({ certain: true });
  });

  it.each<[string, OwnershipResolver]>([
    ['throws', () => Promise.reject(new Error('cmdb is down'))],
    ['names no entity', () => ({ owner: '?', rule: 'cmdb' })],
    ['names no namespace', () => ({ owner: 'a', rule: 'b', namespace: '?' })],
  ])('is what the configuration says when a module %s', async (_, resolver) => {
    const { logger, result } = resolve(resolver);
    expect(await result).toEqual({ ownership: configured, certain: false });
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import type { OwnershipResolver } from 'backstage-plugin-qualys-node';
import type { CloudConnector } from 'qualys-model';
import { createOwnership, readOwnershipRules } from '.';

const rulesOf = (ownership?: object) =>
  readOwnershipRules(
    mockServices.rootConfig({
      data: JSON.parse(JSON.stringify({ qualys: { ownership } })),
    }),
  );

describe('readOwnershipRules', () => {
  const rules = rulesOf({
    accounts: {
      '012345678901': 'group:default/payments',
      '5D1B7B2C-3D66-4C60-9F5B-0F3B8F3F0001': 'azure-team',
    },
    names: [
      { pattern: 'prod-*', owner: 'group:platform' },
      { pattern: '*-eu', owner: 'User:Ops/jo' },
    ],
    default: 'unsorted',
  });

  it.each([
    [
      '012345678901',
      'prod-a',
      'group:default/payments',
      'account 012345678901',
    ],
    [
      '5d1b7b2c-3d66-4c60-9f5b-0f3b8f3f0001',
      'x',
      'group:default/azure-team',
      'account 5d1b7b2c-3d66-4c60-9f5b-0f3b8f3f0001',
    ],
    ['1', 'PROD-x-eu', 'group:default/platform', 'name prod-*'],
    ['1', 'x/y-EU', 'user:ops/jo', 'name *-eu'],
    ['1', 'other', 'group:default/unsorted', 'default'],
    ['', 'other', 'group:default/unsorted', 'default'],
  ])('account %j, name %j: %s by %s', (account, name, owner, rule) => {
    expect(rules({ account, name })).toEqual({ owner, rule });
  });

  it('gives nobody without rules', () => {
    expect(rulesOf()({ account: '1', name: 'x' })).toBeUndefined();
  });

  it.each([
    [
      { accounts: { '123456789012': 'a b' } },
      /accounts\.123456789012: .*group:default/,
    ],
    [{ accounts: { '12345678901': 'a' } }, /accounts\.12345678901: .*quotes/],
    [{ accounts: { '123456789012': 7 } }, /accounts\.123456789012: /],
    [{ names: [{ pattern: 'a', owner: '' }] }, /names\.0\.owner: /],
    [{ names: [{ owner: 'a' }] }, /names\.0\.pattern: /],
    [{ default: 'group:a/b/c' }, /qualys\.ownership\.default: /],
    [{ tags: {} }, /qualys\.ownership: .*tags/],
  ])('refuses %j and names the key', (ownership, message) => {
    expect(() => rulesOf(ownership)).toThrow(message);
  });
});

describe('createOwnership', () => {
  const connector = { id: 'one', account: '1', name: 'x' } as CloudConnector;
  const rules = rulesOf({ default: 'unsorted' });
  const configured = { owner: 'group:default/unsorted', rule: 'default' };

  const resolve = (resolver?: OwnershipResolver) => {
    const logger = mockServices.logger.mock();
    const ownership = createOwnership({ rules, resolver, logger });
    return { logger, result: ownership(connector, 'main') };
  };

  it('is what the configuration says', async () => {
    expect(await resolve().result).toEqual(configured);
  });

  it('is what a module says, which knows what the configuration says', async () => {
    const resolver = jest.fn(async () => ({ owner: 'Payments', rule: 'cmdb' }));
    expect(await resolve(resolver).result).toEqual({
      owner: 'group:default/payments',
      rule: 'cmdb',
    });
    expect(resolver).toHaveBeenCalledWith({
      connector,
      subscription: 'main',
      configured,
    });
    expect(await resolve(() => undefined).result).toBeUndefined();
  });

  it.each([
    ['throws', () => Promise.reject(new Error('cmdb is down'))],
    ['names no entity', () => ({ owner: '?', rule: 'cmdb' })],
  ])('is what the configuration says when a module %s', async (_, resolver) => {
    const { logger, result } = resolve(resolver);
    expect(await result).toEqual(configured);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});

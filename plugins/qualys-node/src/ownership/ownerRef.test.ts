import { normalizeOwnerRef } from './ownerRef';

describe('normalizeOwnerRef', () => {
  it.each([
    'payments',
    'group:payments',
    'default/payments',
    'Group:Default/Payments',
  ])('completes %s', owner => {
    expect(normalizeOwnerRef(owner)).toBe('group:default/payments');
  });

  it('keeps users and namespaces', () => {
    expect(normalizeOwnerRef('user:ops/jo.doe')).toBe('user:ops/jo.doe');
  });

  it.each(['', ' ', 'a b', 'a:b:c', 'a/b/c', 'group:default/', 'x'.repeat(64)])(
    'refuses %j',
    owner => {
      expect(() => normalizeOwnerRef(owner)).toThrow();
    },
  );
});

import type { ConnectorOwnership } from './extensionPoint';
import { normalizeOwnership } from './placement';

const given = (more: Partial<ConnectorOwnership>): ConnectorOwnership => ({
  owner: 'payments',
  rule: 'ours',
  ...more,
});

describe('normalizeOwnership', () => {
  it('completes owner, system and namespace, and keeps the rest', () => {
    expect(
      normalizeOwnership(
        given({
          system: 'Shop',
          namespace: 'Cloud',
          labels: { 'example.com/lifecycle': 'production' },
        }),
      ),
    ).toEqual({
      owner: 'group:default/payments',
      rule: 'ours',
      system: 'system:default/shop',
      namespace: 'cloud',
      labels: { 'example.com/lifecycle': 'production' },
    });
  });

  it('adds nothing that was not given', () => {
    expect(normalizeOwnership(given({}))).toEqual({
      owner: 'group:default/payments',
      rule: 'ours',
    });
  });

  it.each<[Partial<ConnectorOwnership>, RegExp]>([
    [{ owner: 'a b' }, /a b/],
    [{ system: 'component:default/shop' }, /^system: .*system:default\/shop/],
    [{ system: 'a b' }, /^system: /],
    [{ namespace: 'a.b' }, /^namespace: "a\.b"/],
    [{ namespace: 'x'.repeat(64) }, /^namespace: /],
    [{ labels: { 'a b': 'x' } }, /^labels: "a b".*key/],
    [{ labels: { a: 'x y' } }, /^labels: "x y".*value/],
  ])('refuses %j', (more, message) => {
    expect(() => normalizeOwnership(given(more))).toThrow(message);
  });
});

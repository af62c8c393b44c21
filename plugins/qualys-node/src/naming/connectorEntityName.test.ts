import { makeValidator, parseEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { connectorEntityName, connectorEntityRef } from './connectorEntityName';

const provider = fc.constantFrom('AWS' as const, 'AZURE', 'GCP');
const text = fc.string({ unit: 'binary', maxLength: 200 });

describe('connectorEntityName', () => {
  it('is made of provider, account and a hash of subscription and id', () => {
    const connector = {
      provider: 'AWS' as const,
      account: '012345678901',
      id: 'a1b2',
    };

    expect(connectorEntityName(connector, 'main')).toMatch(
      /^aws-012345678901-[0-9a-f]{12}$/,
    );
    expect(connectorEntityRef(connector, 'main')).toBe(
      `resource:default/${connectorEntityName(connector, 'main')}`,
    );
  });

  it('takes another namespace', () => {
    expect(
      connectorEntityRef(
        { provider: 'GCP', account: '', id: 'x' },
        'main',
        'Cloud',
      ),
    ).toBe('resource:cloud/gcp-3d959f3a5cf5');
  });

  it('keeps to what the hash of sha256(subscription/id) begins with', () => {
    expect(
      connectorEntityName({ provider: 'GCP', account: '', id: 'x' }, 'main'),
    ).toBe('gcp-3d959f3a5cf5');
  });

  it('is valid in the catalog whatever account, id and subscription hold', () => {
    const { isValidEntityName } = makeValidator();
    fc.assert(
      fc.property(provider, text, text, text, (p, account, id, s) => {
        const connector = { provider: p, account, id };
        const name = connectorEntityName(connector, s);
        expect(isValidEntityName(name)).toBe(true);
        expect(name).toBe(name.toLowerCase());
        expect(parseEntityRef(connectorEntityRef(connector, s))).toEqual({
          kind: 'resource',
          namespace: 'default',
          name,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('differs for every one of thousands of connectors of one account', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({ subscription: fc.constantFrom('a', 'b'), id: fc.uuid() }),
          {
            selector: ({ subscription, id }) => `${subscription}/${id}`,
            minLength: 2000,
            maxLength: 2000,
            size: 'max',
          },
        ),
        keys => {
          const names = keys.map(({ subscription, id }) =>
            connectorEntityName(
              { provider: 'AWS', account: '123456789012', id },
              subscription,
            ),
          );
          expect(new Set(names).size).toBe(keys.length);
        },
      ),
      { numRuns: 3, seed: 42 },
    );
  });
});

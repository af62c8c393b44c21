import { catalogEntity, PAYMENTS, SHIPPING } from '../__testUtils__/claims';
import { createClaimsReader, MAX_CLAIMS } from './claims';

const one = createClaimsReader([{ id: 'main' }]);
const two = createClaimsReader([{ id: 'main' }, { id: 'other' }]);
const none = createClaimsReader([]);

const uuid = (n: number) =>
  `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('createClaimsReader', () => {
  it.each([
    ['an id', PAYMENTS, [`main/${PAYMENTS}`]],
    ['a subscription and an id', `main/${PAYMENTS}`, [`main/${PAYMENTS}`]],
    [
      'a list with spaces and empty parts',
      ` ${PAYMENTS} ,, main / ${SHIPPING} ,\n`,
      [`main/${PAYMENTS}`, `main/${SHIPPING}`],
    ],
    ['capitals', PAYMENTS.toUpperCase(), [`main/${PAYMENTS}`]],
    [
      'the same thing twice',
      `${PAYMENTS},main/${PAYMENTS},${PAYMENTS.toUpperCase()}`,
      [`main/${PAYMENTS}`],
    ],
    ['nothing', '  ', []],
  ])('reads %s', (_, claims, expected) => {
    const result = one(catalogEntity('checkout', { claims }));
    expect(result.problems).toEqual([]);
    expect(
      result.claims.map(claim => `${claim.subscription}/${claim.objectId}`),
    ).toEqual(expected);
    expect(result.claims.every(({ type }) => type === 'connector')).toBe(true);
  });

  it('reads nothing of an entity without the annotation', () => {
    expect(one(catalogEntity('checkout'))).toEqual({
      claims: [],
      problems: [],
    });
  });

  it.each([
    ['no UUID', one, '1234', /such as main\/5f0c9f04/],
    ['too many parts', one, `a/main/${PAYMENTS}`, /such as/],
    ['a path', one, `main/../${PAYMENTS}`, /such as/],
    ['an unknown subscription', one, `x/${PAYMENTS}`, `write main/${PAYMENTS}`],
    [
      'no subscription where there are several',
      two,
      PAYMENTS,
      `write main/${PAYMENTS} or other/${PAYMENTS}`,
    ],
    ['an empty subscription', two, `/${PAYMENTS}`, /no subscription of this/],
    ['anything where none is configured', none, PAYMENTS, /none|No Qualys/],
    ['a subscription where none is', none, `main/${PAYMENTS}`, /none is/],
    ['the name of a property', one, `constructor/${PAYMENTS}`, /no subscript/],
  ])('reports %s and says what would be right', (_, read, value, message) => {
    const { claims, problems } = read(
      catalogEntity('checkout', { claims: value }),
    );
    expect(claims).toEqual([]);
    expect(problems).toEqual([
      {
        annotation: 'qualys.com/connectors',
        value,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('keeps what is right beside what is wrong', () => {
    const result = one(
      catalogEntity('checkout', { claims: `nonsense,${PAYMENTS}` }),
    );
    expect(result.claims).toHaveLength(1);
    expect(result.problems).toHaveLength(1);
  });

  describe('of Security Hub', () => {
    const A = '048213577190';
    const B = '418820375514';
    const hub = (
      integrations: string,
      accounts: Record<string, string> = { 'qualys.com/aws-accounts': A },
    ) =>
      two(
        catalogEntity('checkout', {
          annotations: {
            'qualys.com/security-hub-integrations': integrations,
            ...accounts,
          },
        }),
      );

    it('claims each account in each integration', () => {
      const { claims, problems } = hub('main/34, other/34,main/34', {
        'qualys.com/aws-accounts': `${A}, ${B},${A}`,
        'amazonaws.com/account-id': '111111111111',
      });
      expect(problems).toEqual([]);
      expect(claims).toEqual(
        ['main', 'other'].flatMap(subscription =>
          [A, B].map(account => ({
            type: 'securityHubAccount',
            subscription,
            objectId: `34/${account}`,
          })),
        ),
      );
    });

    it.each<Record<string, string>>([
      { 'amazonaws.com/account-id': A },
      { 'amazonaws.com/account-id': A, 'qualys.com/aws-accounts': ' ' },
    ])('takes the account from %j', accounts => {
      const { claims, problems } = hub('main/34', accounts);
      expect(problems).toEqual([]);
      expect(claims.map(({ objectId }) => objectId)).toEqual([`34/${A}`]);
    });

    it('needs accounts, and accounts alone claim nothing', () => {
      expect(hub('main/34', {})).toEqual({
        claims: [],
        problems: [
          {
            annotation: 'qualys.com/security-hub-integrations',
            value: 'main/34',
            message: expect.stringContaining('qualys.com/aws-accounts'),
          },
        ],
      });
      expect(hub(' ')).toEqual({ claims: [], problems: [] });
    });

    it.each([
      ['main/034', A, 'security-hub-integrations', 'main/034', /such as 34/],
      ['34', A, 'security-hub-integrations', '34', /main\/34 or other\/34/],
      ['main/34', '48213577190', 'aws-accounts', '48213577190', /12 digits/],
      ['main/34', `34/${A}`, 'aws-accounts', `34/${A}`, /12 digits/],
    ])(
      'reports what is wrong with %s or %s and says what would be right',
      (integrations, account, annotation, value, message) => {
        expect(
          hub(integrations, { 'qualys.com/aws-accounts': account }),
        ).toEqual({
          claims: [],
          problems: [
            {
              annotation: `qualys.com/${annotation}`,
              value,
              message: expect.stringMatching(message),
            },
          ],
        });
      },
    );

    it('takes a hundred accounts in integrations and reports the rest once', () => {
      const accounts = Array.from({ length: 60 }, (_, n) =>
        String(n).padStart(12, '0'),
      );
      const { claims, problems } = hub('main/34,main/35', {
        'qualys.com/aws-accounts': accounts.join(),
      });
      expect(claims).toHaveLength(MAX_CLAIMS);
      expect(problems).toEqual([
        expect.objectContaining({
          value: `35/${accounts[40]}`,
          message: expect.stringContaining('100'),
        }),
      ]);
    });
  });

  it('takes a hundred claims and reports the rest once', () => {
    const ids = Array.from({ length: MAX_CLAIMS + 50 }, (_, n) => uuid(n));
    const { claims, problems } = one(
      catalogEntity('checkout', { claims: ids.join() }),
    );
    expect(claims).toHaveLength(MAX_CLAIMS);
    expect(problems).toEqual([
      expect.objectContaining({
        value: uuid(MAX_CLAIMS),
        message: expect.stringContaining('100'),
      }),
    ]);
  });

  it('cuts long values, and lists only so many problems', () => {
    const { problems } = one(
      catalogEntity('checkout', {
        claims: Array.from({ length: 1000 }, () => 'x'.repeat(500)).join(),
      }),
    );
    expect(problems).toHaveLength(20);
    expect(problems[0].value).toBe('x'.repeat(200));
  });
});

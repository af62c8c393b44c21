import { ConfigReader } from '@backstage/config';
import { readRequestsConfig } from './requests';

const read = (
  match: Record<string, string | string[]>,
  subscriptions = [{ id: 'main' }, { id: 'emea' }],
) =>
  readRequestsConfig(
    new ConfigReader({
      qualys: { requests: { approve: [{ name: 'Sandbox', match }] } },
    }),
    subscriptions,
  );

describe('a rule that approves requests', () => {
  it.each<[Record<string, string | string[]>, RegExp]>([
    [{ provider: 'Amazon' }, /match\.provider: "Amazon" is not one of AWS/],
    [{ provider: ['AWS', 'G?'] }, /match\.provider: "G\?" is not one of/],
    [{ account: '48213570001' }, /match\.account: "48213570001" is no AWS/],
    [
      { owner: 'group:payments' },
      /owner: "group:payments" is not a group such as group:default\/payments/,
    ],
    [{ owner: 'pay*' }, /match\.owner: "pay\*" is not a group/],
    [{ owner: 'user:default/jo' }, /match\.owner: "user:default\/jo" is not/],
    [
      { subscription: ['main', 'apac'] },
      /approve\.0\.match\.subscription: "apac" is none of the configured subscriptions: main, emea/,
    ],
  ])('is refused where nothing ever fits it: %j', (match, said) => {
    expect(() => read(match)).toThrow(said);
  });

  it('is taken where something may fit it', () => {
    const match = {
      provider: ['aws', 'G*'],
      account: ['048213570001', '9000*'],
      owner: ['Group:Default/Payments', 'group:*/payments', 'g*', '*'],
      subscription: ['MAIN', 'e*'],
    };
    expect(read(match).approve[0].match).toEqual(match);
  });

  it('may name a subscription while none is configured', () => {
    expect(read({ subscription: 'main' }, []).approve).toHaveLength(1);
  });
});

import { remediationMember, remediationUpdateSchema } from '.';

describe('remediation in an update', () => {
  it.each([
    [true, '{"remediationEnabled":true}'],
    [false, '{"remediationEnabled":false}'],
    ['unchanged' as const, '{}'],
    [undefined, '{}'],
  ])('%j goes as %s: leaving it is not switching it off', (update, member) => {
    expect(JSON.stringify(remediationMember(update))).toBe(member);
  });

  it.each([true, false, 'unchanged'])('may be %j', value => {
    expect(remediationUpdateSchema.parse(value)).toBe(value);
  });

  it.each(['false', 'true', null, 0, ''])('is never guessed from %j', value => {
    expect(
      remediationUpdateSchema.safeParse(value).error?.issues[0].message,
    ).toMatch(/true .*false .*unchanged/);
  });
});

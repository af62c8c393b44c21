import { errorOf } from '../__testUtils__/server';
import { setUpQps } from '../qps/__testUtils__/answers';

const VERSIONS = {
  'Portal-Version': { 'WAS-VERSION': '9.6.0.0', 'VM-VERSION': '1.0.3' },
  'QWeb-Version': { 'WEB-VERSION': '10.30.0.0' },
};

describe.each(['json', 'xml'] as const)('the portal in %s', dialect => {
  const t = setUpQps(dialect, { retries: { limit: 0 } });

  it.each([
    ['an object', VERSIONS],
    ['a list of one', dialect === 'json' ? [VERSIONS] : VERSIONS],
  ])('tells its version, as %s', async (_, data) => {
    t.answer = () => ({ responseCode: 'SUCCESS', count: 1, data });
    expect(await t.client.portal.version()).toEqual({
      portal: { 'WAS-VERSION': '9.6.0.0', 'VM-VERSION': '1.0.3' },
      qweb: { 'WEB-VERSION': '10.30.0.0' },
    });
    expect(t.received).toMatchObject([
      { method: 'GET', path: '/qps/rest/portal/version' },
    ]);
  });

  it.each([[undefined], [{}], [{ other: 1 }], ['1.0']])(
    'is not understood by %j',
    async data => {
      t.answer = () => ({ responseCode: 'SUCCESS', data });
      expect(await errorOf(t.client.portal.version())).toMatchObject({
        kind: 'unexpectedAnswer',
        path: 'ServiceResponse.data',
      });
    },
  );

  it('says who may ask', async () => {
    t.answer = () => ({ responseCode: 'NOT_AUTHORIZED' });
    const error = await errorOf(t.client.portal.version());
    expect(error).toMatchObject({ kind: 'permission', code: 'NOT_AUTHORIZED' });
    expect(error.message).toContain('API Access');
  });
});

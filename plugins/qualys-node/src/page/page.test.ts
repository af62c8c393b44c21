import { connectorRequestUrl, qualysPagePath } from './page';

const portal = (pagePath?: string, baseUrl?: string) => ({
  getOptionalString: (key: string) =>
    new Map([
      ['qualys.pagePath', pagePath],
      ['app.baseUrl', baseUrl],
    ]).get(key),
});

describe('the Qualys page', () => {
  it('is where the configuration says', () => {
    expect(qualysPagePath(portal())).toBe('/qualys');
    expect(qualysPagePath(portal('/security/qualys'))).toBe('/security/qualys');
  });

  it.each(['qualys', '/qualys/', '/', '', '//elsewhere', '/a?b', 'https://x'])(
    'is not at “%s”',
    pagePath => {
      expect(() => qualysPagePath(portal(pagePath))).toThrow(
        /qualys\.pagePath/,
      );
    },
  );

  it('has the page of each request', () => {
    const here = portal('/security', 'https://portal.example.com/');
    expect(connectorRequestUrl(here, 'an-id')).toBe(
      'https://portal.example.com/security/requests/an-id',
    );
    expect(connectorRequestUrl(here)).toBe(
      'https://portal.example.com/security/requests',
    );
    expect(connectorRequestUrl(portal(), 'an-id')).toBe(
      '/qualys/requests/an-id',
    );
  });
});

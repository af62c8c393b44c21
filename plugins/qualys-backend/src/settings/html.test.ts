/*
 * What looks like code where a text is expected, at every route by which the
 * settings of a bound object are changed.
 */
import { errorBodySchema } from 'backstage-plugin-qualys-common';
import { S3_SETTINGS } from '../__testUtils__/s3';
import {
  BODIES,
  pathOf,
  REASON,
  useEveryRoute,
} from './__testUtils__/everyRoute';

jest.setTimeout(60_000);

const HTML = '<img src=x onerror=alert(1)>';

const every = useEveryRoute();

/** The texts of a body, by where they stand in it: `settings.name`. */
function textsIn(body: object, where = ''): string[] {
  return Object.entries(body).flatMap(([name, value]) => {
    if (typeof value === 'string') return [`${where}${name}`];
    return typeof value === 'object' && value !== null
      ? textsIn(value, `${where}${name}.`)
      : [];
  });
}

/** A body with another text at a place of it. */
function withText(body: object, place: string, text: string): object {
  const copy = structuredClone(body);
  const names = place.split('.');
  const last = names.pop()!;
  const at = names.reduce<any>((inner, name) => inner[name], copy);
  at[last] = text;
  return copy;
}

/** The texts that may be any, whatever they look like: nothing else tells a name from a name. */
const ANY_TEXT: Record<string, string[]> = {
  'patch connectors': ['name', 'reason'],
  'post connectors/disable': ['reason'],
  'patch connectors/assets': ['reason'],
  'post connectors/external-id': ['reason'],
  'put s3': ['settings.name', 'settings.bucketName', 'reason'],
  'post s3/adopt': ['settings.name', 'settings.bucketName'],
  'post s3/external-id': ['reason'],
  // What may stand in a row depends on what stands there already.
  'put security-hub': ['rows.0.baseCategory', 'rows.0.regions.0', 'reason'],
  'patch web-apps': ['settings.name', 'reason'],
  'post web-apps/scans': ['name'],
  'post web-apps/scans/{scanId}/cancel': ['reason'],
};

describe('HTML', () => {
  describe('is refused where not any text may stand,', () => {
    afterEach(every.expectNothingDone);

    it('by the name of the field', async () => {
      const letThrough: Record<string, string[]> = {};
      for (const { method, name, path } of await every.changingRoutes()) {
        for (const place of textsIn(BODIES[name])) {
          const { body, status } = await every.backend.change(method, path(), {
            body: withText(BODIES[name], place, HTML),
            ifMatch: '"any"',
          });
          if (status === 412) {
            (letThrough[name] ??= []).push(place);
            continue;
          }
          expect({ name, place, status }).toEqual({ name, place, status: 400 });
          const { fields = [] } = errorBodySchema.parse(body).error;
          expect(fields.map(field => field.path)).toContain(`body.${place}`);
        }
      }
      expect(letThrough).toEqual(ANY_TEXT);
    });

    it.each([
      ['baseCategory', HTML, 'body.rows.0.baseCategory'],
      ['regions', [HTML], 'body.rows.0.regions.0'],
    ])('for the %s of an account', async (setting, value, field) => {
      const path = pathOf('security-hub');
      const { headers } = await every.backend.get(path);
      const [row] = (BODIES['put security-hub'] as { rows: object[] }).rows;
      const { body, status } = await every.backend.change('put', path, {
        body: { rows: [{ ...row, [setting]: value }], reason: REASON },
        ifMatch: headers.etag,
      });
      expect({ status, fields: body.error.fields }).toEqual({
        status: 400,
        fields: [expect.objectContaining({ path: field })],
      });
    });
  });

  it('stays the text that it is where any text may stand', async () => {
    const s3 = pathOf('s3');
    const webApp = pathOf('web-apps');
    const connector = pathOf('connectors');
    const texts = { name: HTML, description: HTML };
    const settings = { ...S3_SETTINGS, name: HTML, bucketName: HTML };
    every.simulator.current.control.addS3Integration({ id: '1001' });
    const etagOf = async (path: string) =>
      (await every.backend.get(path)).headers.etag;
    await every.backend.change('post', `${s3}/adopt`, {
      body: { settings: S3_SETTINGS },
      ifMatch: await etagOf(s3),
    });
    const answers = [
      await every.backend.change('put', s3, {
        body: { settings, reason: HTML },
        ifMatch: await etagOf(s3),
      }),
      await every.backend.change('patch', webApp, {
        body: { settings: { name: HTML }, reason: HTML },
        ifMatch: await etagOf(webApp),
      }),
      await every.backend.change('patch', connector, {
        body: texts,
        ifMatch: await etagOf(`${connector}/settings`),
      }),
      await every.backend.get('/history'),
    ];
    for (const { status, headers } of answers) {
      // What is JSON is shown by no browser as a page.
      expect({ status, type: headers['content-type'] }).toEqual({
        status: 200,
        type: expect.stringMatching(/^application\/json/),
      });
    }
    expect(answers[0].body.settings).toMatchObject(settings);
    expect(answers[1].body.name).toBe(HTML);
    expect(answers[2].body.settings).toMatchObject(texts);
    expect(answers[3].body.items).toMatchObject([
      { type: 'connector', settings: texts },
      { type: 'webApp', reason: HTML, settings: { name: HTML } },
      { type: 's3Integration', reason: HTML, settings },
      { type: 's3Integration', action: 'adopt' },
    ]);
    const bodies = every.simulator.current.control
      .journal()
      .filter(({ path }) => /\/partner-integration|\/update\/was/.test(path))
      .map(({ body }) => body);
    expect(bodies).toMatchObject([
      { name: HTML, bucketName: HTML },
      { ServiceRequest: { data: { WebApp: { name: HTML } } } },
    ]);
  });
});

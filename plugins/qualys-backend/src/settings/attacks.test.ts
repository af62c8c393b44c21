/*
 * What somebody with a valid sign-in tries, at every route by which the
 * settings of a bound object are changed: none of it reaches Qualys.
 */
import { errorBodySchema } from 'backstage-plugin-qualys-common';
import { S3_SETTINGS } from '../__testUtils__/s3';
import { THEIRS } from '../__testUtils__/securityHub';
import {
  BODIES,
  pathOf,
  REASON,
  useEveryRoute,
} from './__testUtils__/everyRoute';

jest.setTimeout(60_000);

const every = useEveryRoute();

interface Attempt {
  body?: unknown;
  ifMatch?: string;
  at?: { entity?: string; subscription?: string };
}

/** Tries something at every route, and gives the error of each answer. */
async function tryEverywhere(attempt: (valid: object) => Attempt) {
  const answers: Record<string, { status: number; fields: string[] }> = {};
  for (const { method, name, path } of await every.changingRoutes()) {
    const { body, ifMatch = '"any"', at } = attempt(BODIES[name]);
    const { status, body: answer } = await every.backend.change(
      method,
      path(at),
      {
        body: body as object,
        ifMatch,
      },
    );
    const told = errorBodySchema.safeParse(answer).data?.error;
    answers[name] = {
      status,
      fields: told?.fields?.map(field => field.path) ?? [],
    };
  }
  return answers;
}

function statuses(answers: Record<string, { status: number }>) {
  return Object.fromEntries(
    Object.entries(answers).map(([name, { status }]) => [name, status]),
  );
}

/** The same for every route. */
function all<T>(value: T) {
  return Object.fromEntries(Object.keys(BODIES).map(name => [name, value]));
}

describe('an attacker with a valid sign-in', () => {
  it('finds no other route than those that are tried here', async () => {
    const names = (await every.changingRoutes()).map(({ name }) => name);
    expect(names.sort()).toEqual(Object.keys(BODIES).sort());
  });

  describe('changes nothing, and reaches Qualys with nothing,', () => {
    afterEach(every.expectNothingDone);

    it('by copying the annotations of another team', async () => {
      const answers = await tryEverywhere(body => ({
        body,
        at: { entity: 'copycat' },
      }));
      expect(statuses(answers)).toEqual(all(404));
    });

    it('by naming another subscription', async () => {
      const answers = await tryEverywhere(body => ({
        body,
        at: { subscription: 'other' },
      }));
      expect(statuses(answers)).toEqual(all(404));
    });

    it('without permission on the entity', async () => {
      every.backend.deniedOn.add('component:default/checkout');
      expect(statuses(await tryEverywhere(body => ({ body })))).toEqual(
        all(403),
      );
    });

    it('from a state that there is not', async () => {
      expect(statuses(await tryEverywhere(body => ({ body })))).toEqual(
        all(412),
      );
    });

    it('with fields that nobody asked for, which are named', async () => {
      const answers = await tryEverywhere(body => ({
        body: { ...body, admin: true },
      }));
      expect(answers).toEqual(all({ status: 400, fields: ['body'] }));
    });

    it('with a body that is no object', async () => {
      for (const body of [[], ['a'], [BODIES]]) {
        const answers = await tryEverywhere(() => ({ body }));
        expect(statuses(answers)).toEqual(all(400));
      }
    });

    it('with a prototype', async () => {
      for (const name of ['__proto__', 'constructor', 'prototype']) {
        const answers = await tryEverywhere(body => ({
          // As it comes over the network: an own field of that name.
          body: JSON.parse(
            JSON.stringify(body).replace(
              /^\{/,
              `{"${name}":{"reason":"x","admin":true}${
                Object.keys(body).length ? ',' : ''
              }`,
            ),
          ),
        }));
        expect(
          Object.values(answers).every(({ status }) =>
            [400, 412].includes(status),
          ),
        ).toBe(true);
      }
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    });

    it('with a body that is larger than any change', async () => {
      const answers = await tryEverywhere(body => ({
        body: { ...body, reason: 'x'.repeat(2_000_000) },
      }));
      expect(
        Object.values(answers).every(({ status }) =>
          [400, 413].includes(status),
        ),
      ).toBe(true);
    });

    it('with a reason that says nothing, or is longer than one', async () => {
      for (const reason of [' ', 'x'.repeat(1_001), 7, null]) {
        const answers = await tryEverywhere(body => ({
          body: { ...body, reason },
        }));
        expect(statuses(answers)).toEqual(all(400));
      }
    });

    it.each([
      ['a name of 51 characters', { name: 'x'.repeat(51) }, 'name'],
      ['no name', { name: ' ' }, 'name'],
      [
        'addresses without alerts',
        { sendAlerts: false, errorEmails: ['a@example.com'] },
        'errorEmails',
      ],
      [
        'a query with the time of day in it',
        {
          filterQuery: {
            ...S3_SETTINGS.filterQuery,
            vuln: 'lastDetected > now-3d',
          },
        },
        'filterQuery.vuln',
      ],
      [
        'a query that Qualys would not understand',
        { filterQuery: { ...S3_SETTINGS.filterQuery, vuln: 'severity >=' } },
        'filterQuery.vuln',
      ],
      [
        'a role of no account',
        { roleArn: 'arn:aws:iam::1:role/qualys' },
        'roleArn',
      ],
      ['a severity of 6', { minSeverity: 6 }, 'minSeverity'],
    ])('with %s', async (_, change, field) => {
      const { body, status } = await every.backend.change('put', pathOf('s3'), {
        body: { settings: { ...S3_SETTINGS, ...change }, reason: REASON },
        ifMatch: '"any"',
      });
      expect(status).toBe(400);
      expect(
        errorBodySchema.parse(body).error.fields?.map(({ path }) => path),
      ).toContain(`body.settings.${field}`);
    });

    it('with the account of another team in a shared integration', async () => {
      const path = pathOf('security-hub');
      const { headers } = await every.backend.get(path);
      const { body, status } = await every.backend.change('put', path, {
        body: {
          rows: [
            {
              awsAccount: THEIRS,
              minSeverity: 5,
              baseCategory: 'Confirmed',
              regions: ['eu-west-1'],
            },
          ],
          reason: REASON,
        },
        ifMatch: headers.etag,
      });
      expect({ status, fields: body.error.fields }).toEqual({
        status: 400,
        fields: [expect.objectContaining({ path: 'body.rows.0.awsAccount' })],
      });
    });
  });

  it('sends a request twice, and it counts once', async () => {
    const path = pathOf('connectors');
    const { headers } = await every.backend.get(`${path}/settings`);
    const request = {
      body: { name: 'Payments' },
      ifMatch: headers.etag,
    };
    const answers = [
      await every.backend.change('patch', path, request),
      await every.backend.change('patch', path, request),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 412]);
    expect(every.sent()).toHaveLength(1);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { errorBodySchema } from 'backstage-plugin-qualys-common';
import express from 'express';
import request from 'supertest';
import { z } from 'zod';
import { defineRoute } from './route';
import { createRouter, MAX_BODY_BYTES } from './router';

const decide = defineRoute({
  method: 'post',
  path: '/things/:id/decide',
  summary: 'Decides about a thing',
  request: {
    params: z.strictObject({ id: z.string().max(5) }),
    query: z.strictObject({ loud: z.stringbool().default(false) }),
    body: z.strictObject({ reason: z.string().trim().max(10) }),
  },
  response: z.object({ said: z.string() }),
  allow: ['user'],
  handler: async ({ params, query, body }) => ({
    said: `${params.id} ${query.loud} ${body.reason}`,
  }),
});

function failing(thrown: unknown) {
  return defineRoute({
    method: 'get',
    path: '/broken',
    summary: 'Fails',
    response: z.object({}),
    allow: ['user'],
    handler: async () => {
      throw thrown;
    },
  });
}

function serve(...routes: ReturnType<typeof defineRoute>[]) {
  const logger = mockServices.logger.mock();
  const app = express().use(
    createRouter({ routes, httpAuth: mockServices.httpAuth(), logger }),
  );
  return { client: request(app), logger };
}

function errorOf({ body }: request.Response) {
  return errorBodySchema.strict().parse(body).error;
}

describe('a route', () => {
  const path = '/v1/things/t1/decide';

  it('gets what it asked for, read by its schemas', async () => {
    const { client } = serve(decide);
    const answer = await client
      .post(`${path}?loud=yes`)
      .send({ reason: ' ok ' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ said: 't1 true ok' });
  });

  it('names every field that is wrong', async () => {
    const { client } = serve(decide);
    const answer = await client
      .post('/v1/things/too-long/decide?loud=perhaps')
      .send({ reason: 'far too long a reason', more: 1 });
    expect(answer.status).toBe(400);
    expect(errorOf(answer).fields?.map(field => field.path)).toEqual([
      'params.id',
      'query.loud',
      'body.reason',
      'body',
    ]);
  });

  it.each([
    ['no body', undefined, undefined],
    ['another type', 'text/plain', 'reason=ok'],
    ['an array', 'application/json', '[]'],
    ['half a body', 'application/json', '{"reason":'],
    ['a bare text', 'application/json', '"reason"'],
  ])('refuses %s', async (_name, type, content) => {
    const { client } = serve(decide);
    const call = client.post(path);
    const answer = await (type ? call.type(type).send(content) : call);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toMatchObject({ name: 'InputError' });
  });

  it('refuses a body that is too large', async () => {
    const { client } = serve(decide);
    const reason = 'x'.repeat(MAX_BODY_BYTES);
    const answer = await client.post(path).send({ reason });
    expect(answer.status).toBe(413);
    expect(errorOf(answer)).toMatchObject({ code: 'invalid' });
  });

  it('takes as large a body as it says', async () => {
    const { client } = serve(
      defineRoute({
        method: 'put',
        path: '/rows',
        summary: 'Takes many rows',
        request: { body: z.strictObject({ rows: z.array(z.string()) }) },
        response: z.object({ taken: z.number() }),
        allow: ['user'],
        maxBodyBytes: 2 * MAX_BODY_BYTES,
        handler: async ({ body }) => ({ taken: body.rows.length }),
      }),
    );
    const put = (bytes: number) =>
      client.put('/v1/rows').send({ rows: ['x'.repeat(bytes)] });
    expect((await put(1.5 * MAX_BODY_BYTES)).body).toEqual({ taken: 1 });
    expect((await put(2 * MAX_BODY_BYTES)).status).toBe(413);
  });

  it('tells what Backstage’s errors say', async () => {
    const { client, logger } = serve(
      failing(new ServiceUnavailableError('come back later')),
    );
    const answer = await client.get('/v1/broken');
    expect(answer.status).toBe(503);
    expect(errorOf(answer)).toEqual({
      name: 'ServiceUnavailableError',
      message: 'come back later',
      code: 'unavailable',
    });
    expect(logger.error).not.toHaveBeenCalled();
  });

  it.each([
    ['an unknown error', new Error('select * from secrets')],
    [
      'a name of every object',
      Object.assign(new Error('x'), { name: 'toString' }),
    ],
    ['no error at all', 'select * from secrets'],
    ['nothing', undefined],
  ])(
    'tells nothing of %s but an id that the log knows',
    async (_name, thrown) => {
      const { client, logger } = serve(failing(thrown));
      const answer = await client.get('/v1/broken');
      expect(answer.status).toBe(500);
      const { message, code } = errorOf(answer);
      expect(code).toBe('internal');
      const id = /^internal error, logged as (\S{36})$/.exec(message)?.[1];
      expect(id).toBeDefined();
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining(`[${id}]`),
      );
    },
  );
});

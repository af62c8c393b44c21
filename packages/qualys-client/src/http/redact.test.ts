import { inspect } from 'node:util';
import fc from 'fast-check';
import {
  all,
  clientOf,
  connectorId,
  errorOf,
  json,
  startServer,
  type TestServer,
} from '../__testUtils__/server';
import type { QualysHooks } from './hooks';
import { createRedactor } from './redact';

describe('an excerpt of an answer', () => {
  const { excerpt } = createRedactor([
    {
      username: 'someone',
      password: 'p"w & ü',
    },
  ]);

  it('is short, on one line, and otherwise as it came', () => {
    expect(excerpt(' <b>\n\tHello\u0000 </b>')).toBe('<b> Hello </b>');
    expect(excerpt('a'.repeat(500))).toBe(`${'a'.repeat(200)}…`);
  });

  it.each([
    'someone',
    'SOMEONE',
    'p"w & ü',
    'P"W & Ü',
    'p\\"w & ü',
    'p&quot;w &amp; ü',
    'p%22w%20%26%20%C3%BC',
    'p%22w+%26+%C3%BC',
    Buffer.from('someone:p"w & ü').toString('base64'),
    Buffer.from('p"w & ü').toString('base64url'),
    'Basic c29tZWJvZHk6ZWxzZQ==',
    'bearer abc.def.ghi',
  ])('does not show %s', secret => {
    expect(excerpt(`a ${secret} b`)).toMatch(/^a \[redacted\][=]* b$/);
  });

  it('does not show the half of a secret that stands where the text is cut', () => {
    const long = createRedactor([
      { username: 'u', password: 'S'.repeat(4000) },
    ]);
    for (let before = 0; before < 200; before += 7) {
      const shown = long.excerpt(
        `${'.'.repeat(before)}${'S'.repeat(4000)}`.repeat(3),
      );
      expect(shown).not.toContain('S');
    }
  });
});

describe('credentials', () => {
  let server: TestServer;
  let echo: (
    authorization: string,
    password: string,
  ) => {
    status: number;
    type?: string;
    location?: string;
    body: string;
  };
  let password: string;

  beforeAll(async () => {
    server = await startServer((request, response) => {
      const { authorization = '' } = request.headers;
      const { status, body, type, location } = echo(authorization, password);
      response.writeHead(status, {
        ...(type && { 'content-type': type }),
        ...(location && { location }),
      });
      response.end(body);
    });
  });
  afterAll(() => server.stop());

  const shapes: Array<(text: string) => { type: string; body: string }> = [
    text => ({ type: 'text/html', body: `<html><p>${text}</p></html>` }),
    text => ({ type: 'text/plain', body: text }),
    text => ({ type: 'application/json', body: text }),
    text => ({
      type: 'application/json',
      body: JSON.stringify({ errorCode: text, message: text }),
    }),
    text => ({
      type: 'application/json',
      body: JSON.stringify({ error: text, message: [text] }),
    }),
    text => ({ type: 'application/json', body: JSON.stringify(text) }),
    text => ({
      type: 'application/json',
      body: JSON.stringify({ content: [{ [text]: text }] }),
    }),
  ];

  it('occur in no error and no hook, whatever they are and whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }),
        fc.constantFrom(...shapes),
        fc.constantFrom(200, 302, 400, 401, 403, 404, 429, 500, 503),
        fc.constantFrom<Array<(a: string, p: string) => string>>(
          ...([
            a => a,
            a => a.split(' ')[1],
            (_, p) => p,
            (a, p) => `${p} ${a} ${encodeURIComponent(p)}`,
            (_, p) => JSON.stringify(p),
            () => 'The user quays_xy is locked',
          ] as Array<(a: string, p: string) => string>),
        ),
        async (secret, shape, status, text) => {
          password = secret;
          echo = (authorization, plain) => {
            const { type, body } = shape(text(authorization, plain));
            return {
              status,
              type,
              body,
              location: `/login/${encodeURIComponent(
                text(authorization, plain),
              )}`,
            };
          };
          const heard: unknown[] = [];
          const hear = (event: unknown) => heard.push(event);
          const hooks: QualysHooks = {
            onCallStarted: hear,
            onCallFinished: hear,
            onCallRetried: hear,
          };
          const credentials = { username: 'quays_xy', password };
          const client = clientOf(server.url, { credentials, hooks });
          const errors = [
            await errorOf(client.cloudConnectors.aws.get(connectorId(1))),
            await errorOf(all(client.cloudConnectors.azure.list())),
            await errorOf(client.cloudConnectors.aws.baseAccount()),
          ];
          await client.close();

          const shown = [...errors, ...heard].flatMap(thing => [
            inspect(thing, { depth: Infinity, showHidden: true }),
            JSON.stringify(thing),
            (thing as Error).message ?? '',
            (thing as Error).stack ?? '',
            ...Object.values(thing as object).map(String),
          ]);
          const pair = Buffer.from(`quays_xy:${password}`).toString('base64');
          const forbidden = [
            'quays_xy',
            password,
            JSON.stringify(password).slice(1, -1),
            encodeURIComponent(password),
            pair,
            pair.replace(/=+$/, ''),
          ];
          for (const piece of forbidden) {
            expect(shown.filter(one => one.includes(piece))).toEqual([]);
          }
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('and no part of a very long key file', async () => {
    const piece = 'é"<%7f';
    const configFile = JSON.stringify({
      type: 'service_account',
      project_id: 'my-project-1513669048551',
      client_email: 'qualys@my-project-1513669048551.iam.gserviceaccount.com',
      private_key: `-----BEGIN PRIVATE KEY-----\n${piece.repeat(
        8_000,
      )}\n${`${'k'.repeat(63)}\n`.repeat(50)}-----END PRIVATE KEY-----`,
    });
    const echoes = [
      configFile,
      encodeURIComponent(configFile),
      encodeURIComponent(configFile).replace(/%../g, escape =>
        escape.toLowerCase(),
      ),
      JSON.stringify(configFile),
    ];
    let said = '';
    const echoing = await startServer((request, response) => {
      request.resume();
      json(response, { errorCode: 'E1', message: said }, 400);
    });
    const caller = clientOf(echoing.url);
    try {
      for (said of echoes) {
        const error = await errorOf(
          caller.cloudConnectors.gcp.create({
            name: 'New',
            projectId: 'my-project-1513669048551',
            configFile,
          }),
        );
        expect(error).toMatchObject({ name: 'QualysError', kind: 'invalid' });
        const shown = inspect(error, { depth: Infinity, showHidden: true });
        expect(shown).not.toMatch(/private_key|%7f%7f|é|%c3%a9|kkkk/i);
      }
    } finally {
      await caller.close();
      await echoing.stop();
    }
  });
});

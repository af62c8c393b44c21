import SwaggerParser from '@apidevtools/swagger-parser';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startQualysBackend } from '../__testUtils__/backend';

jest.setTimeout(60_000);

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string; required?: boolean }[];
  responses: Record<string, unknown>;
}

describe('the description of the API', () => {
  let backend: Awaited<ReturnType<typeof startQualysBackend>>;
  const nobody = mockCredentials.none.header();

  beforeAll(async () => {
    backend = await startQualysBackend({});
  });
  afterAll(() => backend.stop());

  it('is valid OpenAPI, and readable without signing in', async () => {
    const { body, status } = await backend.get('/openapi.json', nobody);
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1/);
    await expect(
      SwaggerParser.validate(JSON.parse(JSON.stringify(body))),
    ).resolves.toBeDefined();
  });

  it('describes the routes with what they take and give', async () => {
    const { body } = await backend.get('/openapi.json');
    const { paths } = body as {
      paths: Record<string, Record<string, Operation>>;
    };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/v1/status',
        '/v1/subscriptions/{subscription}/sync',
        '/v1/connectors',
        '/v1/connectors/{subscription}/{id}',
        '/v1/connectors/{subscription}/{id}/errors',
        '/v1/snapshot',
      ]),
    );
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.values(methods).map(operation => ({ path, operation })),
    );
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations) {
      const inPath = (operation.parameters ?? [])
        .filter(parameter => parameter.in === 'path')
        .map(parameter => parameter.name);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
      expect(inPath.sort()).toEqual(named.sort());
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(['200', '400', '403']),
      );
    }
    const list = paths['/v1/connectors'].get.parameters ?? [];
    expect(list.map(({ name }) => name).sort()).toEqual([
      'cursor',
      'limit',
      'owner',
      'provider',
      'q',
      'rule',
      'sort',
      'state',
      'subscription',
    ]);
    // Everything has a default or may be left out.
    expect(list.filter(({ required }) => required)).toEqual([]);
  });

  it.each(['/openapi.jsonx', '/openapi', '/status', '/connectors'])(
    'opens nothing else: %s',
    async path => {
      const { status } = await backend.get(path, nobody);
      expect(status).toBe(401);
    },
  );

  it.each([
    '/openapi.json/status',
    '/openapi.json/../status',
    '/openapi.json/%2e%2e/status',
  ])('has nothing below it: %s', async path => {
    const { status, body } = await backend.get(path, nobody);
    expect(status).toBe(404);
    expect(body.error.code).toBe('notFound');
  });
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { demoSignIn } from './demoSignIn';
import { refuseOutsideDevelopment } from './demoSignIn';

describe('refuseOutsideDevelopment', () => {
  it('refuses to start where NODE_ENV is not development', () => {
    const config = mockServices.rootConfig();
    expect(() => refuseOutsideDevelopment(config, 'production')).toThrow(
      /dangerouslyAllowOutsideDevelopment/,
    );
    expect(() => refuseOutsideDevelopment(config, undefined)).toThrow(
      /NODE_ENV=development/,
    );
  });

  it('starts in development, and elsewhere only when it is told to', () => {
    expect(() =>
      refuseOutsideDevelopment(mockServices.rootConfig(), 'development'),
    ).not.toThrow();
    const config = mockServices.rootConfig({
      data: {
        auth: {
          providers: { demo: { dangerouslyAllowOutsideDevelopment: true } },
        },
      },
    });
    expect(() => refuseOutsideDevelopment(config, 'production')).not.toThrow();
  });
});

describe('demoSignIn', () => {
  async function start() {
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        demoSignIn,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            auth: {
              providers: { demo: { dangerouslyAllowOutsideDevelopment: true } },
            },
          },
        }),
        catalogServiceMock.factory({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'User',
              metadata: { name: 'auditor', namespace: 'default' },
              spec: { memberOf: ['auditors'] },
              relations: [
                { type: 'memberOf', targetRef: 'group:default/auditors' },
              ],
            },
          ],
        }),
      ],
    });
    return server;
  }

  it('signs in a user of the catalog with its groups', async () => {
    const answer = await request(await start())
      .get('/api/auth/demo/refresh')
      .set('x-demo-persona', 'auditor');

    expect(answer.status).toBe(200);
    expect(answer.body.backstageIdentity.identity).toMatchObject({
      userEntityRef: 'user:default/auditor',
      ownershipEntityRefs: expect.arrayContaining(['group:default/auditors']),
    });
  });

  it.each(['nobody-known', '', '../auditor', 'a'.repeat(64)])(
    'refuses %j',
    async persona => {
      const answer = await request(await start())
        .get('/api/auth/demo/refresh')
        .set('x-demo-persona', persona);

      expect(answer.status).toBeGreaterThanOrEqual(401);
      expect(answer.body.backstageIdentity).toBeUndefined();
    },
  );
});

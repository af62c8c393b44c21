import { newExternalIdSchema, requestChoicesSchema } from 'backstage-plugin-qualys-common';
import { APPROVER, ASKER, AWS_SETTINGS, GUEST, LONER, useRequestsBackend, type Person } from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(24);

describe('the form', () => {
  it('is told what it can choose from', async () => {
    const of = await start();
    const choices = async (as: Person) =>
      requestChoicesSchema
        .strict()
        .parse((await of.call('get', '/requests/choices', { as })).body);
    expect(await choices(ASKER)).toEqual({
      subscriptions: [
        {
          id: 'main',
          title: 'Example Corp',
          clouds: ['AWS', 'AZURE', 'GCP'],
          createThrough: 'assetManagement',
        },
      ],
      owners: ['group:default/payments'],
      holdsKeys: true,
      mayCreateDirectly: false,
    });
    expect(await choices(LONER)).toMatchObject({ owners: [] });
    expect(await choices(APPROVER)).toMatchObject({ mayCreateDirectly: true });
    const tags = await of.call('get', '/requests/choices/main');
    expect(tags.body.tags.items.length).toBeGreaterThan(0);
    const nope = await of.call('get', '/requests/choices/nope');
    expect(nope.status).toBe(404);
  });

  it('is no use to who may not ask', async () => {
    const of = await start();
    for (const path of [
      '/requests/choices',
      '/requests/choices/main',
      '/external-id?subscription=main',
    ]) {
      const answer = await of.call('get', path, { as: GUEST });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    for (const path of ['/requests', '/requests/check']) {
      const answer = await of.call('post', path, {
        as: GUEST,
        body: { subscription: 'main', provider: 'AWS', settings: {} },
      });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('has the role of each partition', async () => {
    const of = await start();
    const { body } = await of.call(
      'get',
      '/external-id?subscription=main&partition=aws-cn',
    );
    expect(newExternalIdSchema.parse(body).trustPolicy).toContain(
      'arn:aws-cn:iam::',
    );
    const { body: draft } = await of.call('post', '/requests', {
      body: { subscription: 'main', provider: 'AWS', settings: AWS_SETTINGS },
    });
    const template = await of.call('get', `/requests/${draft.id}/template`);
    expect(template.status).toBe(200);
    expect(template.text).toContain(draft.access.externalId);
  });
});

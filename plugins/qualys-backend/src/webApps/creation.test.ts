import { createdWebAppSchema } from 'backstage-plugin-qualys-common';
import { useSimulator } from '../__testUtils__/simulator';
import {
  startWebAppBackend,
  type WebAppBackend,
} from '../__testUtils__/webApps';

jest.setTimeout(60_000);

const EXISTING = 4711;
const CREATE = '/web-apps/main';
const SETTINGS = { name: 'Refunds', url: 'https://refunds.example.com' };
const BODY = { entityRef: 'component:default/checkout', settings: SETTINGS };
const FOR_OTHER = { ...BODY, entityRef: 'component:default/other' };
const SEARCH = 'POST search/was/webapp';
const POST = 'POST create/was/webapp';

const simulator = useSimulator(0);
let backend: WebAppBackend;

beforeEach(async () => {
  simulator.current.control.addWebApp({ id: EXISTING });
  backend = await startWebAppBackend(simulator.current, [EXISTING]);
});
afterEach(() => backend.stop());

const create = (body: object = BODY, path = CREATE) =>
  backend.act(path, undefined, body);

const made = () => backend.calls().filter(call => call === POST);

async function bindings() {
  const { body } = await backend.get('/bindings?type=webApp&state=accepted');
  return body.items;
}

/** The entities to which a web app is bound. */
async function boundTo(id: string): Promise<string[]> {
  return (await bindings())
    .filter(({ objectId }: { objectId: string }) => objectId === id)
    .map(({ entityRef }: { entityRef: string }) => entityRef);
}

describe('a web app that is created', () => {
  it('is created once, told of, and bound at once', async () => {
    simulator.current.control.addDnsOverride({ id: 14620, name: 'origin' });
    const { status, body } = await create({
      ...BODY,
      settings: {
        ...SETTINGS,
        defaultDnsOverride: { id: '14620' },
        cancelScansAfterNHours: 6,
      },
    });
    expect(status).toBe(200);
    const { webApp, entityRef, annotation } = createdWebAppSchema
      .strict()
      .parse(body);
    expect(webApp).toMatchObject({
      ...SETTINGS,
      config: {
        defaultDnsOverride: { id: '14620', name: 'origin' },
        cancelScansAfterNHours: 6,
      },
    });
    expect(entityRef).toBe('component:default/checkout');
    expect(annotation).toEqual({
      name: 'qualys.com/web-apps',
      value: `${EXISTING}, ${webApp.id}`,
    });
    expect(backend.calls()).toEqual([
      SEARCH,
      POST,
      `GET get/was/webapp/${webApp.id}`,
    ]);
    expect(await bindings()).toContainEqual(
      expect.objectContaining({
        entityRef,
        type: 'webApp',
        subscription: 'main',
        objectId: webApp.id,
        state: 'accepted',
        claimed: false,
        made: true,
        owner: 'group:default/checkout',
        decidedBy: 'user:default/ann',
      }),
    );
    const [entry] = await backend.history();
    expect(entry).toMatchObject({
      actor: 'user:default/ann',
      entityRef,
      type: 'webApp',
      objectId: webApp.id,
      action: 'create',
      outcome: 'done',
      changes: expect.arrayContaining([
        { setting: 'url', effect: 'widening', after: SETTINGS.url },
      ]),
    });
    expect(backend.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'settings-change',
        meta: expect.objectContaining({ action: 'create', entityRef }),
      }),
    );
    expect(backend.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'binding-decide',
        meta: expect.objectContaining({ objectId: webApp.id, entityRef }),
      }),
    );
  });

  it('is shown at once, whether its entity names it or not, and on no other', async () => {
    const { body } = await create();
    const { id } = createdWebAppSchema.parse(body).webApp;
    const states = async (entity: string) => {
      const answer = await backend.get(`/entities/component/default/${entity}`);
      return answer.body.webApps.map(
        (claim: { objectId: string; state: string }) =>
          `${claim.objectId} ${claim.state}`,
      );
    };
    expect(await states('checkout')).toEqual([
      `${EXISTING} accepted`,
      `${id} accepted`,
    ]);
    for (const { metadata } of Object.values(backend.entities)) {
      metadata.annotations = { 'qualys.com/web-apps': id };
    }
    expect(await states('checkout')).toEqual([`${id} accepted`]);
    expect(await states('other')).toEqual([`${id} open`]);
  });

  it('takes the permission for it, and an entity that there is', async () => {
    backend.denied.add('qualys.webApp.create');
    const { status, body } = await create();
    expect(status).toBe(403);
    expect(body.error.message).toContain('qualys.webApp.create');
    backend.denied.clear();
    await create({ ...BODY, entityRef: 'component:default/nobody' }).expect(
      404,
    );
    await create(BODY, '/web-apps/second').expect(404);
    expect(backend.calls()).toEqual([]);
  });

  it.each<[string, object]>([
    ['body.entityRef', { ...BODY, entityRef: 'checkout' }],
    ['body.entityRef', { ...BODY, entityRef: 'component:default/a b' }],
    ['body.entityRef', { ...BODY, entityRef: 'component:default/_' }],
    ['body.settings.name', { ...BODY, settings: { ...SETTINGS, name: ' ' } }],
    [
      'body.settings.name',
      { ...BODY, settings: { ...SETTINGS, name: 'x'.repeat(257) } },
    ],
    [
      'body.settings.url',
      { ...BODY, settings: { ...SETTINGS, url: 'ftp://refunds.example.com' } },
    ],
    ['body.settings.url', { ...BODY, settings: { name: 'Refunds' } }],
    [
      'body.settings.url',
      {
        ...BODY,
        settings: { ...SETTINGS, url: 'https://jo:geheim@example.com' },
      },
    ],
    [
      'body.settings.defaultDnsOverride.id',
      {
        ...BODY,
        settings: { ...SETTINGS, defaultDnsOverride: { id: '../1' } },
      },
    ],
    [
      'body.settings.cancelScansAt',
      {
        ...BODY,
        settings: {
          ...SETTINGS,
          cancelScansAt: '10:00',
          cancelScansAfterNHours: 1,
        },
      },
    ],
    ['body.settings', { ...BODY, settings: { ...SETTINGS, tags: {} } }],
    ['body', { ...BODY, id: '1' }],
  ])('is refused where %s is wrong: %j', async (path, body) => {
    const refused = await create(body);
    expect(refused.status).toBe(400);
    expect(refused.body.error.fields).toEqual([
      expect.objectContaining({ path }),
    ]);
    expect(JSON.stringify(refused.body)).not.toContain('geheim');
    expect(backend.calls()).toEqual([]);
  });

  it('is not created twice', async () => {
    const { webApp, annotation } = (await create().expect(200)).body;
    backend.entities.checkout.metadata.annotations = {
      [annotation.name]: annotation.value,
    };
    const again = await create();
    expect(again.status).toBe(200);
    expect(createdWebAppSchema.strict().parse(again.body)).toMatchObject({
      webApp: { id: webApp.id },
      annotation,
    });
    expect(made()).toHaveLength(1);

    const { status, body } = await create(FOR_OTHER);
    expect(status).toBe(409);
    expect(body.error.message).toContain(
      `name and address already: ${webApp.id}. To bind it`,
    );
    expect(made()).toHaveLength(1);
    expect(await boundTo(webApp.id)).toEqual(['component:default/checkout']);
  });

  it('is bound by who tries again, where that failed after it was created', async () => {
    const { createEvent } = backend.auditor;
    const usual = createEvent.getMockImplementation()!;
    createEvent.mockImplementation(async event => {
      if (event.eventId === 'binding-decide') {
        throw new Error('the disk is full');
      }
      return usual(event);
    });
    await create().expect(500);
    createEvent.mockImplementation(usual);
    const [{ objectId }] = await backend.history();
    expect(await boundTo(objectId)).toEqual([]);

    const { status, body } = await create();
    expect(status).toBe(200);
    expect(body.webApp.id).toBe(objectId);
    expect(made()).toHaveLength(1);
    expect(await boundTo(objectId)).toEqual(['component:default/checkout']);
    expect(await backend.history()).toHaveLength(1);
  });

  it('is bound by who tries again, where Qualys made it after the answer was lost for good', async () => {
    const { control } = simulator.current;
    control.addFault({
      match: { path: '/create/was/webapp' },
      kind: 'reset',
      times: 1,
    });
    expect((await create()).body.error.code).toBe('outcomeUnknown');
    const id = String(control.addWebApp({ id: 4799, ...SETTINGS }));
    expect((await create(FOR_OTHER)).status).toBe(409);

    const { status, body } = await create();
    expect(status).toBe(200);
    expect(createdWebAppSchema.strict().parse(body)).toMatchObject({
      webApp: { id, ...SETTINGS },
      annotation: { value: `${EXISTING}, ${id}` },
    });
    expect(await boundTo(id)).toEqual(['component:default/checkout']);
    // It was sent once alone, and the history knows now what came of it.
    expect(made()).toHaveLength(1);
    expect(await backend.history()).toEqual([
      expect.objectContaining({ outcome: 'done', objectId: id }),
    ]);
  });

  it('is left alone by who tries again, where somebody else may have created it', async () => {
    const { control } = simulator.current;
    control.addFault({ match: { path: '/create/was/webapp' }, kind: 'reset' });
    await create().expect(503);
    await create(FOR_OTHER).expect(503);
    control.clearFaults();
    const id = control.addWebApp({ id: 4799, ...SETTINGS });
    for (const body of [BODY, FOR_OTHER]) {
      expect((await create(body)).status).toBe(409);
    }
    expect(await boundTo(String(id))).toEqual([]);
  });

  it('stays withdrawn where that was decided, whoever tries again', async () => {
    const { id } = (await create()).body.webApp;
    const binding = (await bindings()).find(
      (each: { objectId: string }) => each.objectId === id,
    );
    await backend
      .act(`/bindings/${binding.id}/withdraw`, undefined, {
        reason: 'a mistake',
      })
      .expect(200);
    expect((await create()).status).toBe(409);
    expect(await boundTo(id)).toEqual([]);
  });

  it('is looked for where the answer was lost', async () => {
    const { control } = simulator.current;
    const match = { path: '/create/was/webapp' };
    control.addFault({ match, kind: 'applied', times: 1 });
    const { status, body } = await create();
    expect(status).toBe(200);
    const { id } = createdWebAppSchema.parse(body).webApp;
    expect(await bindings()).toContainEqual(
      expect.objectContaining({ objectId: id }),
    );
    expect((await backend.history())[0]).toMatchObject({
      objectId: id,
      outcome: 'done',
    });

    control.addFault({ match, kind: 'reset', times: 1 });
    const lost = await create({
      ...BODY,
      settings: { ...SETTINGS, name: 'Vouchers' },
    });
    expect(lost.status).toBe(503);
    expect(lost.body.error.code).toBe('outcomeUnknown');
    expect(made()).toHaveLength(2);
  });
});

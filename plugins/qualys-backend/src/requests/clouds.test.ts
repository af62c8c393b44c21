import {
  APPROVER,
  AZURE_SETTINGS,
  refusalOf,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

const WANTED = {
  subscription: 'main',
  provider: 'AZURE',
  settings: AZURE_SETTINGS,
};
const REFUSED = {
  status: 400,
  fields: [
    {
      path: 'body.provider',
      message: expect.stringMatching(
        /reads of the subscription main: AWS, GCP/,
      ),
    },
  ],
};

describe('a cloud of which the portal reads no connectors', () => {
  it('is neither checked nor asked for', async () => {
    const of = await start({ subscription: { clouds: ['AWS', 'GCP'] } });
    for (const [path, body] of [
      ['/requests/check', WANTED],
      ['/requests', WANTED],
      ['/requests/file', { ...WANTED, idempotencyKey: 'azure-sandbox' }],
    ] as const) {
      expect(refusalOf(await of.call('post', path, { body }))).toMatchObject(
        REFUSED,
      );
    }
    expect(await of.knex('connector_requests')).toEqual([]);
  });

  it('is not submitted where it was read when the draft was begun', async () => {
    const of = await start({ subscription: { clouds: ['AWS', 'GCP'] } });
    // As it was kept before the configuration was changed.
    const draft = await of.draft('GCP', AZURE_SETTINGS);
    await of.knex('connector_requests').update({ provider: 'AZURE' });
    expect(refusalOf(await of.attempt(draft, 'submit'))).toMatchObject(REFUSED);
  });

  it('is not agreed to where it was read when it was asked for', async () => {
    const of = await start({ subscription: { clouds: ['AWS', 'GCP'] } });
    const request = await of.submitted();
    await of.knex('connector_requests').update({ provider: 'AZURE' });
    expect(
      refusalOf(await of.attempt(request, 'approve', { as: APPROVER })),
    ).toMatchObject({
      status: 409,
      message: expect.stringMatching(/does not read connectors of AZURE/),
    });
    await of.act(request, 'reject', {
      as: APPROVER,
      body: { reason: 'It is read no more' },
    });
  });
});

import { AWS_SETTINGS, useRequestsBackend } from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { start } = useRequestsBackend(0);

describe('the owner of the entity that a connector is asked for', () => {
  it('is kept as it was when the request was submitted', async () => {
    const of = await start();
    await of.submitted();
    expect(await of.knex('connector_requests')).toMatchObject([
      { state: 'submitted', entity_owner: 'group:default/payments' },
    ]);
  });

  it('is nobody where it is asked for none', async () => {
    const of = await start();
    const request = await of.act(await of.submitted(), 'withdraw');
    const { entityRef: _, ...settings } = AWS_SETTINGS;
    const saved = of.details(
      await of.call('put', `/requests/${request.id}`, {
        body: { settings },
        version: request.version,
      }),
    );
    await of.act(saved, 'submit');
    expect(await of.knex('connector_requests')).toMatchObject([
      { state: 'submitted', entity_owner: null },
    ]);
  });
});

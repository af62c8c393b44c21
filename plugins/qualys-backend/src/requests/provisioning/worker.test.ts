import { useProvisioning } from '../../__testUtils__/provisioning';
import { GCP_KEY_FILE } from '../../__testUtils__/requests';
import { onPostgres } from '../../__testUtils__/twoBackends';

jest.setTimeout(120_000);

const { start } = useProvisioning();

describe('the provisioning of requests', () => {
  it('creates fifty in the order in which they were agreed to', async () => {
    const of = await start();
    const requests = [];
    for (let index = 0; index < 50; index++) {
      const account = String(100_000_000_000 + index);
      requests.push(
        await of.ask({
          createThrough: index % 2 === 0 ? 'assetManagement' : 'cloudView',
          settings: { name: `Account ${index}`, account },
          arn: `arn:aws:iam::${account}:role/qualys`,
        }),
      );
    }
    await of.work();
    const created = of.control
      .journal()
      .filter(
        ({ method, path }) =>
          method === 'POST' && /\/create\/|\/aws\/connectors$/.test(path),
      )
      .map(({ body }) => /Account (\d+)/.exec(JSON.stringify(body))?.[1]);
    expect(created).toEqual(requests.map((_, index) => String(index)));
    await of.later();
    for (const request of requests) {
      expect(await of.now(request)).toMatchObject({ state: 'active' });
    }
    // One list serves all that were never sent.
    const lists = of.control
      .journal()
      .filter(
        ({ method, path }) => method === 'GET' && /connectors$/.test(path),
      );
    expect(lists).toHaveLength(1);
  });

  onPostgres()('with several workers on one database', () => {
    it('nothing is done twice', async () => {
      const of = await start('POSTGRES_18');
      const workers = [of.provisioner(), of.provisioner()];
      const requests = [];
      for (let index = 0; index < 12; index++) {
        const account = `project-${index}x`;
        requests.push(
          await of.ask({
            provider: 'GCP',
            settings: { name: account, account },
            secret: GCP_KEY_FILE.replaceAll('payments-prod', account),
          }),
        );
      }
      const all = async () => {
        await Promise.all(workers.map(each => each.wake()));
        await Promise.all(workers.map(each => each.idle()));
      };
      await all();
      await of.later();
      await all();
      for (const request of requests) {
        expect(await of.now(request)).toMatchObject({ state: 'active' });
        expect(await of.actions(request)).toEqual([
          'submit',
          'approve',
          'provision',
          'verify',
          'activate',
        ]);
      }
      expect(await of.connectors()).toHaveLength(12);
      await Promise.all(workers.map(each => each.stop()));
    });
  });
});

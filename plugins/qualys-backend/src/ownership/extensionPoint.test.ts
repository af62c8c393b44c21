import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  connectorListSchema,
  ownershipSchema,
} from 'backstage-plugin-qualys-common';
import { qualysOwnershipExtensionPoint } from 'backstage-plugin-qualys-node';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { useSimulator } from '../__testUtils__/simulator';
import ourOwnership from './__testUtils__/ourOwnership';

jest.setTimeout(60_000);

describe('a module that decides on owners', () => {
  const simulator = useSimulator(0);
  const start = (...features: (typeof ourOwnership)[]) =>
    startQualysBackend({
      subscriptions: { main: simulated(simulator.current) },
      qualys: { ownership: { default: 'group:default/platform' } },
      features,
    });

  it('has the last word, as the documentation shows', async () => {
    const { control } = simulator.current;
    control.addConnector({
      name: 'of a team',
      groups: [{ name: 'team', uuid: crypto.randomUUID() }],
    });
    control.addConnector({ name: 'without a group', groups: [] });
    const backend = await start(ourOwnership);
    await backend.scheduler.triggerTask('qualys-sync-main');
    const { items } = connectorListSchema.parse(
      (await backend.get('/connectors')).body,
    );
    expect(items).toMatchObject([
      {
        name: 'of a team',
        owner: 'group:default/team',
        ownerRule: 'group team',
      },
      {
        name: 'without a group',
        owner: 'group:default/platform',
        ownerRule: 'default',
      },
    ]);
    expect(
      ownershipSchema.parse((await backend.get('/ownership')).body),
    ).toMatchObject({
      rules: [{ rule: 'default', connectors: 1 }],
      others: [{ rule: 'group team', connectors: 1 }],
    });
    await backend.stop();
  });

  it('is the only one', async () => {
    const another = createBackendModule({
      pluginId: 'qualys',
      moduleId: 'another',
      register(registration) {
        registration.registerInit({
          deps: { ownership: qualysOwnershipExtensionPoint },
          async init({ ownership }) {
            ownership.setOwnershipResolver(() => undefined);
          },
        });
      },
    });
    await expect(start(ourOwnership, another)).rejects.toThrow(
      'An ownership resolver has been set already',
    );
  });
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  QUALYS_CONNECTOR_TOPIC,
  type QualysConnectorChange,
  type QualysConnectorEvent,
} from 'backstage-plugin-qualys-node';
import { standIn } from '../__testUtils__/services';
import tellAboutErrors from './__testUtils__/tellAboutErrors';

jest.setTimeout(60_000);

const ERROR: QualysConnectorChange = {
  type: 'stateChanged',
  id: '5f0c9f04-8d2f-4c1b-9a58-6d6f2b7f3a11',
  provider: 'AWS',
  account: '012345678901',
  name: 'Payments production',
  entityRef: 'resource:default/aws-012345678901-5f0c9f04',
  owner: 'group:default/payments',
  state: 'error',
  previousState: 'success',
};

describe('a module that hears of connectors', () => {
  // docs/events.md shows it as it stands in its file.
  it('tells the owner of each that got into error, as the documentation shows', async () => {
    const events = mockServices.events();
    const send = jest.fn(async () => {});
    const backend = await startTestBackend({
      features: [
        tellAboutErrors,
        standIn(eventsServiceRef, events),
        standIn(notificationService, { send }),
      ],
    });
    const about = {
      at: '2026-01-01T00:00:00.000Z',
      subscription: 'main',
      provider: 'AWS',
      revision: 7,
    } as const;
    const heard: QualysConnectorEvent[] = [
      { ...about, kind: 'firstScan', connectors: 240 },
      {
        ...about,
        kind: 'changes',
        changes: [
          ERROR,
          { ...ERROR, name: 'added in error', type: 'added' },
          { ...ERROR, name: 'mended', state: 'success' },
          { ...ERROR, name: "nobody's", owner: undefined },
        ],
      },
    ];
    for (const eventPayload of heard) {
      await events.publish({ topic: QUALYS_CONNECTOR_TOPIC, eventPayload });
    }
    expect(send.mock.calls).toEqual([
      [
        {
          recipients: { type: 'entity', entityRef: 'group:default/payments' },
          payload: { title: 'Qualys cannot read with Payments production' },
        },
      ],
    ]);
    await backend.stop();
  });
});

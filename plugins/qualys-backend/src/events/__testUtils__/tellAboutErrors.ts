import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  QUALYS_CONNECTOR_TOPIC,
  type QualysConnectorEvent,
} from 'backstage-plugin-qualys-node';

export default createBackendModule({
  pluginId: 'qualys',
  moduleId: 'tell-about-errors',
  register(registration) {
    registration.registerInit({
      deps: { events: eventsServiceRef, notifications: notificationService },
      async init({ events, notifications }) {
        await events.subscribe({
          id: 'tell-about-errors',
          topics: [QUALYS_CONNECTOR_TOPIC],
          async onEvent({ eventPayload }) {
            const event = eventPayload as QualysConnectorEvent;
            if (event.kind !== 'changes') return;
            for (const { type, state, name, owner } of event.changes) {
              if (type === 'stateChanged' && state === 'error' && owner) {
                await notifications.send({
                  recipients: { type: 'entity', entityRef: owner },
                  payload: { title: `Qualys cannot read with ${name}` },
                });
              }
            }
          },
        });
      },
    });
  },
});

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  QUALYS_SETTINGS_TOPIC,
  type QualysSettingsEvent,
} from 'backstage-plugin-qualys-node';
import { publishPatiently } from '../events';
import type { SettingsDeed } from './history';

/** Tells others what somebody has done. Nobody waits for it, and it never throws. */
export type TellSettings = (deed: SettingsDeed) => void;

/** Makes what tells it on the events service. */
export function createSettingsEvents(options: {
  events: EventsService;
  logger: LoggerService;
}): TellSettings {
  return ({ actor, entityRef, object, action, changes }) => {
    const eventPayload: QualysSettingsEvent = {
      at: new Date().toISOString(),
      actor,
      entityRef,
      type: object.type,
      subscription: object.subscription,
      id: object.objectId,
      action,
      settings: changes.map(({ setting }) => setting),
      weakening: changes.some(({ effect }) => effect === 'weakening'),
    };
    void publishPatiently(
      options,
      `settings of ${object.subscription}/${object.objectId}`,
      {
        topic: QUALYS_SETTINGS_TOPIC,
        eventPayload,
      },
    );
  };
}

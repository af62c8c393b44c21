import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import type { EntityClaims, ReadEntity } from '../entities';
import type { Route } from '../http';
import type { Authorizer } from '../permissions';
import { createChangeSettings, type ChangeSettings } from './changeSettings';
import { createSettingsEvents } from './events';
import { createSettingsHistory, type SettingsHistoryStore } from './history';
import { createOneAtATime } from './oneAtATime';
import { settingsHistoryRoutes } from './routes';

/** Joins the one way in which settings are changed, and the history of who changed what. */
export function wireSettings(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  claims: EntityClaims;
  events: EventsService;
  knex: Knex;
  logger: LoggerService;
  readEntity: ReadEntity;
}): {
  changeSettings: ChangeSettings;
  history: SettingsHistoryStore;
  routes: Route[];
} {
  const { auditor, authorizer, claims, knex, readEntity } = deps;
  const history = createSettingsHistory(knex);
  return {
    changeSettings: createChangeSettings({
      auditor,
      authorizer,
      history,
      oneAtATime: createOneAtATime(knex),
      tell: createSettingsEvents(deps),
    }),
    history,
    routes: settingsHistoryRoutes({ authorizer, claims, history, readEntity }),
  };
}

import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** Cloud connectors of Qualys as entities of the catalog. */
      qualys?: {
        /**
         * When the mirror of the `qualys` backend plugin is read, besides at
         * every change that the plugin announces. Every 10 minutes by default.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Who owns the connectors that no ownership rule gives an owner to, as
         * an entity reference; `group:default/unowned` by default.
         */
        fallbackOwner?: string;
      };
    };
  };
}

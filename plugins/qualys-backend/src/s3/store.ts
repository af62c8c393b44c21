import {
  s3IntegrationSchema,
  type S3Integration,
} from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import { storable } from '../database';
import { versionOf } from '../settings';

/** Which S3 integration. */
export interface S3Key {
  subscription: string;
  id: string;
}

/** What is kept of an S3 integration. */
export type S3State = Omit<S3Integration, 'subscription' | 'id' | 'version'>;

/** What is known of S3 integrations, since Qualys cannot be asked. */
export interface S3Store {
  /** What is known of an integration; of one that nobody has told of, nothing. */
  get(key: S3Key): Promise<S3Integration>;
  put(key: S3Key, state: S3State): Promise<S3Integration>;
}

const stateSchema = s3IntegrationSchema.omit({
  subscription: true,
  id: true,
  version: true,
});

function integrationOf({ subscription, id }: S3Key, text: string) {
  const state = stateSchema.parse(JSON.parse(text));
  return { subscription, id, version: versionOf(state), ...state };
}

/** Opens what is known of S3 integrations in the plugin's database. */
export function createS3Store(knex: Knex): S3Store {
  const whereOf = ({ subscription, id }: S3Key) => ({
    subscription,
    integration_id: storable(id),
  });
  return {
    async get(key) {
      const row = await knex('s3_integrations').where(whereOf(key)).first();
      return integrationOf(key, row?.state ?? '{}');
    },
    async put(key, state) {
      const text = storable(JSON.stringify(state));
      await knex('s3_integrations')
        .insert({ ...whereOf(key), state: text })
        .onConflict(['subscription', 'integration_id'])
        .merge(['state']);
      return integrationOf(key, text);
    },
  };
}

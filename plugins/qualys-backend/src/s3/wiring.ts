import type { Knex } from 'knex';
import type { QualysClients } from '../clients';
import type { EntityClaims, ReadEntity } from '../entities';
import type { Route } from '../http';
import type { ChangeSettings } from '../settings';
import { s3Routes } from './routes';
import { createS3Store, type S3Store } from './store';

/** Joins what there is of S3 integrations. */
export function wireS3(deps: {
  changeSettings: ChangeSettings;
  claims: EntityClaims;
  clients: QualysClients;
  knex: Knex;
  readEntity: ReadEntity;
}): { store: S3Store; routes: Route[] } {
  const store = createS3Store(deps.knex);
  return { store, routes: s3Routes({ ...deps, store }) };
}

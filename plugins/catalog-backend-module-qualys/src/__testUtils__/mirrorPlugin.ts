import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  catalogApplyingSchema,
  catalogReportSchema,
  snapshotPageSchema,
  snapshotQuerySchema,
  type CatalogReport,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { json, type Response } from 'express';
import PromiseRouter from 'express-promise-router';

/** A mirror that tests change at will. */
export interface FakeMirror {
  revision: number;
  subscriptions: string[];
  pending: string[];
  connectors: MirroredConnector[];
  pageSize: number;
  /** How many pages have been asked for. */
  calls: number;
  /** What the catalog said that it made of it. */
  reports: CatalogReport[];
  /** Who is bringing the catalog to a snapshot. */
  applying?: string;
  /** Answers instead of the mirror, where it returns true. */
  intercept?(res: Response, page: { call: number; cursor: number }): boolean;
}

/** A `qualys` backend plugin that serves nothing but the snapshot. */
export function createMirrorPlugin(values: Partial<FakeMirror> = {}) {
  const mirror: FakeMirror = {
    revision: 1,
    subscriptions: ['main'],
    pending: [],
    connectors: [],
    pageSize: 2,
    calls: 0,
    reports: [],
    ...values,
  };
  const plugin = createBackendPlugin({
    pluginId: 'qualys',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
        },
        async init({ httpAuth, httpRouter }) {
          const router = PromiseRouter();
          router.get('/v1/snapshot', async (req, res) => {
            const { principal } = await httpAuth.credentials(req, {
              allow: ['service'],
            });
            if (principal.subject !== 'plugin:catalog') {
              res.status(403).json({});
              return;
            }
            const query = snapshotQuerySchema.parse(req.query);
            const cursor = Number(query.cursor ?? 0);
            mirror.calls += 1;
            if (mirror.intercept?.(res, { call: mirror.calls, cursor })) return;
            if ((query.revision ?? mirror.revision) !== mirror.revision) {
              res.status(409).json({});
              return;
            }
            const end = cursor + mirror.pageSize;
            const { revision, subscriptions, pending, connectors } = mirror;
            res.json(
              snapshotPageSchema.parse({
                revision,
                subscriptions,
                pending,
                applying: mirror.applying,
                items: connectors.slice(cursor, end),
                ...(end < connectors.length && { nextCursor: String(end) }),
              }),
            );
          });
          // Whatever changes here is told of as a whole.
          router.get('/v1/snapshot/changes', (req, res) => {
            const { revision } = mirror;
            const tooMany = Number(req.query.since) !== revision;
            res.json({ revision, tooMany, changed: [], removed: [] });
          });
          router.get('/v1/snapshot/gone', (_req, res) => {
            res.json({ removed: [] });
          });
          router.put('/v1/catalog', json(), (req, res) => {
            mirror.reports.push(catalogReportSchema.parse(req.body));
            res.json({ ...req.body, at: new Date().toISOString() });
          });
          router.put('/v1/catalog/applying', json(), (req, res) => {
            const { by, done } = catalogApplyingSchema.parse(req.body);
            mirror.applying = done ? undefined : by;
            res.json({ applying: mirror.applying });
          });
          httpRouter.use(router);
        },
      });
    },
  });
  return { mirror, plugin };
}

import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Behaviours } from '../behaviours/behaviours';
import type { Clock } from '../core/clock';
import { notFound } from '../http/answers';
import type { CloudProvider } from './connectors/connector';
import { FilterError, parseFilter } from './connectors/filter';
import { DEFAULT_SORT, parseSort, SortError } from './connectors/sort';
import type { ConnectorStore } from './connectors/store';
import { AWS_BASE_ACCOUNT } from './data/subscription';
import { pageRequestSchema, springPage, type PageRequest } from './page';
import { refuse } from './refuse';
import { roleTemplate } from './writes/template';

const listRequestSchema = pageRequestSchema.extend({
  sort: z.string().optional(),
  filter: z.string().optional(),
});

const templateRequestSchema = z.object({
  awsCloudType: z.enum(['Global', 'Gov', 'China'], {
    error: ({ input }) =>
      input === undefined
        ? 'Required parameter awsCloudType is not present'
        : 'awsCloudType must be Global, Gov or China',
  }),
  externalId: z
    .string('Required parameter externalId is not present')
    .min(1, 'externalId must not be empty'),
});

const PARTITIONS = {
  Global: 'aws',
  Gov: 'aws-us-gov',
  China: 'aws-cn',
} as const;

const PROVIDERS: Record<string, CloudProvider> = {
  aws: 'AWS',
  azure: 'AZURE',
  gcp: 'GCP',
};

/**
 * What reads the connectors of CloudView, under `/cloudview-api`.
 *
 * Source: CloudView API v1.
 */
export function cloudViewRouter(
  store: ConnectorStore,
  behaviours: Behaviours,
  clock: Clock,
): Router {
  const router = Router({ caseSensitive: true });

  const capped = ({ pageNo, pageSize }: PageRequest): PageRequest => ({
    pageNo,
    pageSize: Math.min(pageSize, behaviours.current.largestPage),
  });

  // Answers 400 to a request that does not fit, as CloudView does.
  function understood<T>(res: Response, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      const now = clock.now();
      if (error instanceof z.ZodError) {
        refuse(res, 400, error.issues[0].message, now);
      } else if (error instanceof FilterError) {
        refuse(res, 400, `Invalid filter: ${error.message}`, now);
      } else if (error instanceof SortError) {
        refuse(res, 400, `Invalid sort: ${error.message}`, now);
      } else {
        throw error;
      }
      return undefined;
    }
  }

  function listConnectors(
    provider: CloudProvider,
    req: Request,
    res: Response,
  ) {
    const asked = understood(res, () => {
      const { sort, filter, ...page } = listRequestSchema.parse(req.query);
      return {
        page: capped(page),
        sort: sort ? parseSort(sort) : DEFAULT_SORT,
        filter: filter?.trim() ? parseFilter(filter) : undefined,
      };
    });
    if (!asked) return;
    const { items, total } = store.list(provider, {
      sort: asked.sort,
      filter: asked.filter,
      offset: asked.page.pageNo * asked.page.pageSize,
      limit: asked.page.pageSize,
    });
    res.json(springPage(asked.page, items, total, true));
  }

  function connectorErrors(id: string, req: Request, res: Response) {
    const page = understood<PageRequest>(res, () =>
      capped(pageRequestSchema.parse(req.query)),
    );
    if (!page) return;
    const errors = store.errors(id);
    const offset = page.pageNo * page.pageSize;
    const items = errors.slice(offset, offset + page.pageSize);
    res.json(springPage(page, items, errors.length, false));
  }

  router.get('/rest/v1/aws/connectors/awsBaseAccountId', (_req, res) => {
    res.json(AWS_BASE_ACCOUNT);
  });

  router.get('/rest/v1/aws/connectors/aws/download', (req, res) => {
    const asked = understood(res, () => templateRequestSchema.parse(req.query));
    if (!asked) return;
    const partition = PARTITIONS[asked.awsCloudType];
    res.type('application/octet-stream');
    res.attachment('qualys-role.template');
    res.send(Buffer.from(roleTemplate(partition, asked.externalId)));
  });

  for (const [segment, provider] of Object.entries(PROVIDERS)) {
    const path = `/rest/v1/${segment}/connectors`;

    router.get(path, (req, res) => listConnectors(provider, req, res));

    router.get(`${path}/:connectorId`, (req, res) => {
      const connector = store.get(req.params.connectorId);
      if (connector?.provider === provider) res.json(connector);
      else notFound(res, clock.now());
    });

    router.get(`${path}/:connectorId/errors`, (req, res) => {
      const { connectorId } = req.params;
      if (store.get(connectorId)?.provider === provider) {
        connectorErrors(connectorId, req, res);
      } else {
        notFound(res, clock.now());
      }
    });
  }

  return router;
}

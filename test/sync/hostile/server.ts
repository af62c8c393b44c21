import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Cloud, Feed } from '../qualys/views';

/** What a server has of each cloud, in the order in which it comes. */
export type Held = Record<Feed, Record<Cloud, readonly unknown[]>>;

const ELEMENTS: Record<string, [Cloud, string]> = {
  awsassetdataconnector: ['AWS', 'AwsAssetDataConnector'],
  azureassetdataconnector: ['AZURE', 'AzureAssetDataConnector'],
  gcpassetdataconnector: ['GCP', 'GcpAssetDataConnector'],
};

/**
 * A Qualys that serves whatever it is given: the lists of CloudView and the
 * searches of Asset Management, and nothing else.
 */
export async function startHostileServer(held: Held) {
  const app = express();
  app.use(express.json());
  app.get('/cloudview-api/rest/v1/:cloud/connectors', (req, res) => {
    const all = held.cloudView[req.params.cloud.toUpperCase() as Cloud];
    const number = Number(req.query.pageNo);
    const size = Number(req.query.pageSize);
    const totalPages = Math.ceil(all.length / size);
    res.json({
      content: all.slice(number * size, (number + 1) * size),
      number,
      size,
      totalElements: all.length,
      totalPages,
      last: number + 1 >= totalPages,
    });
  });
  // Where the last one ended: the ids of the records are none to go by.
  app.post('/qps/rest/3.0/search/am/:noun', (req, res) => {
    const [cloud, element] = ELEMENTS[req.params.noun];
    const all = held.assetManagement[cloud];
    const { preferences } = req.body.ServiceRequest;
    const from = Number(preferences.startFromId ?? 0);
    const end = from + Number(preferences.limitResults);
    const found = all.slice(from, end);
    const hasMoreRecords = end < all.length;
    res.json({
      ServiceResponse: {
        responseCode: 'SUCCESS',
        count: found.length,
        hasMoreRecords: String(hasMoreRecords),
        ...(hasMoreRecords && { lastId: end }),
        data: found.map(record => ({ [element]: record })),
      },
    });
  });
  const server = await new Promise<ReturnType<typeof app.listen>>(resolve => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    config: {
      urls: { api: url, gateway: url, cloudView: url },
      credentials: { username: 'demo', password: 'demo' },
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

import type { QualysApi } from '../api';
import { editableConnector } from './connectorFixtures';
import {
  boundEntities,
  claim,
  connector,
  connectorHistory,
  minutesAgo,
  status,
  summary,
} from './fixtures';
import { callHistory, ownership } from './platformFixtures';
import { connectorRequest, requestChoices } from './requestFixtures';
import { acceptedS3, s3Integration } from './s3Fixtures';
import { claimedHub, entityHub, wholeHub } from './securityHubFixtures';
import { acceptedWebApp } from './webAppFixtures';

/** The API of a backend that has one of everything. */
export const WHOLE_API = {
  getEntitySummary: async () =>
    summary({
      s3Integrations: [acceptedS3(s3Integration())],
      webApps: [acceptedWebApp()],
      securityHub: [claimedHub(entityHub())],
    }),
  listSecurityHubIntegrations: async () => ({
    items: [wholeHub()],
    asOf: minutesAgo(3),
  }),
  getConnectorSettings: async () => editableConnector(),
  getEntityConnectorErrors: async () => ({
    items: [],
    truncated: false,
    asOf: minutesAgo(1),
  }),
  getEntityConnectorHistory: async () => connectorHistory(),
  getBoundEntities: async () => boundEntities(),
  getOwnedConnectors: async () => ({
    items: [connector()],
    totalItems: 1,
    withheld: 0,
  }),
  listConnectors: async () => ({ items: [connector()], totalItems: 1 }),
  listBindings: async () => ({ items: [claim()], totalItems: 1 }),
  getStatus: async () => status(),
  getOwnership: async () => ownership(),
  getCallHistory: async () => callHistory(),
  listConnectorRequests: async () => ({
    items: [connectorRequest()],
    totalItems: 1,
  }),
  getConnectorRequest: async () => connectorRequest(),
  getConnectorRequestChoices: async () => requestChoices(),
} satisfies Partial<QualysApi>;

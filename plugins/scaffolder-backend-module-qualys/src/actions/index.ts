export { createAwaitConnectorAction } from './awaitConnector';
export { createExternalIdAction } from './externalId';
export { createRequestConnectorAction } from './requestConnector';

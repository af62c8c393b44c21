// The schemas of the answers stand in a module of their own, which is loaded
// with the first request: zod stays out of what every page of a portal loads.
export {
  bindingListSchema,
  bindingSchema,
  boundEntitiesSchema,
  callHistorySchema,
  connectorErrorListSchema,
  connectorHistorySchema,
  connectorListSchema,
  editableConnectorSchema,
  entitySummarySchema,
  errorBodySchema,
  heldBackListSchema,
  ownedConnectorsSchema,
  ownershipSchema,
  removalDecidedSchema,
  s3IntegrationSchema,
  settingsHistorySchema,
  statusSchema,
  syncStartedSchema,
} from 'backstage-plugin-qualys-common';

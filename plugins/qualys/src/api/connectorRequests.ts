import type {
  ConnectorAssetsChoices,
  ConnectorDelete,
  ConnectorRequestDetails,
  NewExternalId,
  RequestAccess,
  RequestAct,
  RequestApprove,
  RequestCheck,
  RequestChoices,
  RequestCreate,
  RequestFindings,
  RequestList,
  RequestListQuery,
  RequestReject,
  RequestSave,
  RequestSubmit,
} from 'backstage-plugin-qualys-common';
import type { QualysRequestOptions } from './requests';
import type { Transport } from './transport';

/**
 * What is sent along with each thing that can be done with a request for a
 * connector.
 *
 * @public
 */
export interface ConnectorRequestActs {
  submit: RequestSubmit;
  withdraw: RequestAct;
  /** Hands over what Qualys signs in with; for Azure and GCP, a secret. */
  access: RequestAccess;
  approve: RequestApprove;
  reject: RequestReject;
  cancel: RequestAct;
  retry: RequestAct;
}

/**
 * Requests for connectors, and connectors that are deleted.
 *
 * @public
 */
export interface QualysConnectorRequestsApi {
  /** A page of those requests that the caller may see. */
  listConnectorRequests(
    query: Partial<RequestListQuery>,
    options?: QualysRequestOptions,
  ): Promise<RequestList>;

  /** A request with all that its page shows. */
  getConnectorRequest(
    id: string,
    options?: QualysRequestOptions,
  ): Promise<ConnectorRequestDetails>;

  /** Begins a request, as a draft. */
  createConnectorRequest(
    request: RequestCreate,
    options?: QualysRequestOptions,
  ): Promise<ConnectorRequestDetails>;

  /**
   * Saves all settings of a draft.
   *
   * @param version - that of the draft that was changed; where it has changed
   * meanwhile, the error is `preconditionFailed` with `current`
   */
  saveConnectorRequest(
    id: string,
    version: string,
    save: RequestSave,
    options?: QualysRequestOptions,
  ): Promise<ConnectorRequestDetails>;

  /** What would be wrong with a request, and what it would collide with. Nothing is kept of it. */
  checkConnectorRequest(
    check: RequestCheck,
    options?: QualysRequestOptions,
  ): Promise<RequestFindings>;

  /** What the form of a request can choose from. */
  getConnectorRequestChoices(
    options?: QualysRequestOptions,
  ): Promise<RequestChoices>;

  /** The tags and option profiles of a subscription that a new connector can be given. */
  getConnectorRequestAssetsChoices(
    subscription: string,
    options?: QualysRequestOptions,
  ): Promise<ConnectorAssetsChoices>;

  /**
   * Submits a request, takes it back, hands over what Qualys signs in with,
   * decides, cancels, or has it tried again.
   *
   * @param version - that of the request as it was seen; where it has changed
   * meanwhile, the error is `preconditionFailed` with `current`
   */
  actOnConnectorRequest<A extends keyof ConnectorRequestActs>(
    id: string,
    version: string,
    act: A,
    body: ConnectorRequestActs[A],
    options?: QualysRequestOptions,
  ): Promise<ConnectorRequestDetails>;

  /** Qualys' own CloudFormation template for the role of a request, as text. */
  getConnectorRequestTemplate(
    id: string,
    options?: QualysRequestOptions,
  ): Promise<string>;

  /** A new external ID with the trust policy that goes with it. */
  getNewExternalId(
    query: {
      subscription: string;
      partition?: 'aws' | 'aws-us-gov' | 'aws-cn';
    },
    options?: QualysRequestOptions,
  ): Promise<NewExternalId>;

  /** Deletes a connector, whose name was typed for that. */
  deleteConnector(
    connector: { subscription: string; id: string },
    deletion: ConnectorDelete,
    options?: QualysRequestOptions,
  ): Promise<void>;
}

/** The same over HTTP. */
export function connectorRequestsCalls({
  call,
  text,
}: Transport): QualysConnectorRequestsApi {
  return {
    listConnectorRequests: (query, options) =>
      call({
        path: ['requests'],
        query,
        answer: 'requestListSchema',
        ...options,
      }),

    getConnectorRequest: (id, options) =>
      call({
        path: ['requests', id],
        answer: 'connectorRequestDetailsSchema',
        ...options,
      }),

    createConnectorRequest: (request, options) =>
      call({
        method: 'POST',
        path: ['requests'],
        body: request,
        answer: 'connectorRequestDetailsSchema',
        ...options,
      }),

    saveConnectorRequest: (id, version, save, options) =>
      call({
        method: 'PUT',
        path: ['requests', id],
        ifMatch: version,
        body: save,
        answer: 'connectorRequestDetailsSchema',
        ...options,
      }),

    checkConnectorRequest: (check, options) =>
      call({
        method: 'POST',
        path: ['requests', 'check'],
        body: check,
        answer: 'requestFindingsSchema',
        ...options,
      }),

    getConnectorRequestChoices: options =>
      call({
        path: ['requests', 'choices'],
        answer: 'requestChoicesSchema',
        ...options,
      }),

    getConnectorRequestAssetsChoices: (subscription, options) =>
      call({
        path: ['requests', 'choices', subscription],
        answer: 'connectorAssetsChoicesSchema',
        ...options,
      }),

    actOnConnectorRequest: (id, version, act, body, options) =>
      call({
        method: 'POST',
        path: ['requests', id, act],
        ifMatch: version,
        body,
        answer: 'connectorRequestDetailsSchema',
        ...options,
      }),

    getConnectorRequestTemplate: (id, options) =>
      text({ path: ['requests', id, 'template'], ...options }),

    getNewExternalId: (query, options) =>
      call({
        path: ['external-id'],
        query,
        answer: 'newExternalIdSchema',
        ...options,
      }),

    deleteConnector: async ({ subscription, id }, deletion, options) => {
      await text({
        method: 'POST',
        path: ['connectors', subscription, id, 'delete'],
        body: deletion,
        ...options,
      });
    },
  };
}

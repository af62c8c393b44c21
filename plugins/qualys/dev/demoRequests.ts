import {
  nextRequestState,
  requestSettingsSchema,
  type ConnectorRequestDetails,
  type RequestAction,
} from 'backstage-plugin-qualys-common';
import { QualysApiError, type QualysApi } from '../src';
import { ASSETS_CHOICES } from '../src/__testUtils__/connectorFixtures';
import {
  connectorRequest,
  EXTERNAL_ID,
  requestChoices,
  requestFindings,
  TRUST_POLICY,
} from '../src/__testUtils__/requestFixtures';

const wait = () => new Promise(resolve => setTimeout(resolve, 300));

const requests = new Map<string, ConnectorRequestDetails>();

const ACTIONS: RequestAction[] = [
  'save',
  'submit',
  'withdraw',
  'giveAccess',
  'approve',
  'reject',
  'cancel',
  'retry',
];

const keep = (request: ConnectorRequestDetails) => {
  const kept = {
    ...request,
    version: `${request.version}+`,
    updatedAt: new Date().toISOString(),
    may: ACTIONS.filter(action => nextRequestState(request.state, action)),
  };
  requests.set(kept.id, kept);
  return kept;
};

for (const [index, state] of (
  ['draft', 'submitted', 'awaitingAccess', 'failed', 'active'] as const
).entries()) {
  const now = new Date().toISOString();
  keep(
    connectorRequest({
      id: `request-${state}`,
      state,
      createdAt: now,
      updatedAt: now,
      ...(state !== 'draft' && { submittedAt: now }),
      // Somebody else's, with something to be known before it is decided.
      ...(state === 'submitted' && {
        requester: 'user:default/ann',
        conflicts: [
          {
            kind: 'accountConnected',
            connector: {
              subscription: 'main',
              id: 'c-1',
              name: 'payments-stage',
              entityRef: 'resource:default/payments-stage',
            },
          },
          { kind: 'ownedByRule', owner: 'group:default/platform' },
        ],
      }),
      settings: { name: `payments-${index}`, account: `00000000000${index}` },
      ...(state === 'failed' && {
        problem: {
          code: 'accessRefused',
          message: 'AWS did not let Qualys in.',
          advice: 'Check the trust policy of the role.',
        },
      }),
    }),
  );
}

const find = (id: string, version?: string): ConnectorRequestDetails => {
  const found = requests.get(id);
  if (!found) {
    throw new QualysApiError('There is no such request.', {
      code: 'notFound',
      status: 404,
    });
  }
  if (version !== undefined && version !== found.version) {
    throw new QualysApiError('It has changed meanwhile.', {
      code: 'preconditionFailed',
      status: 412,
      current: found,
    });
  }
  return found;
};

/** The calls of requests for connectors. */
export const demoRequests: Pick<
  QualysApi,
  | 'listConnectorRequests'
  | 'getConnectorRequest'
  | 'createConnectorRequest'
  | 'saveConnectorRequest'
  | 'checkConnectorRequest'
  | 'getConnectorRequestChoices'
  | 'getConnectorRequestAssetsChoices'
  | 'actOnConnectorRequest'
  | 'getConnectorRequestTemplate'
  | 'getNewExternalId'
  | 'deleteConnector'
> = {
  async listConnectorRequests({ scope, state }) {
    await wait();
    const items = [...requests.values()].filter(
      one =>
        (state === undefined || one.state === state) &&
        (scope !== 'mine' || one.requester === 'user:default/guest'),
    );
    return { items, totalItems: items.length };
  },
  async getConnectorRequest(id) {
    await wait();
    return find(id);
  },
  async createConnectorRequest({ subscription, provider, settings }) {
    await wait();
    return keep({
      ...connectorRequest({ provider }),
      id: `request-${requests.size + 1}`,
      subscription,
      settings,
    });
  },
  async saveConnectorRequest(id, version, { settings }) {
    await wait();
    return keep({ ...find(id, version), settings });
  },
  async checkConnectorRequest({ provider, settings }) {
    await wait();
    const checked = requestSettingsSchema(
      provider,
      'assetManagement',
    ).safeParse(settings);
    return requestFindings({
      problems: (checked.error?.issues ?? []).map(({ path, message }) => ({
        path: ['settings', ...path].join('.'),
        message,
      })),
      conflicts:
        settings.name === 'taken'
          ? [{ kind: 'nameTaken', request: { id: 'request-draft', name: 'x' } }]
          : [],
    });
  },
  async getConnectorRequestChoices() {
    await wait();
    return requestChoices({ mayCreateDirectly: true });
  },
  async getConnectorRequestAssetsChoices() {
    await wait();
    return ASSETS_CHOICES;
  },
  async actOnConnectorRequest(id, version, act, body) {
    await wait();
    const request = find(id, version);
    const state = nextRequestState(
      request.state,
      act === 'access' ? 'giveAccess' : (act as RequestAction),
    );
    if (state === undefined) {
      throw new QualysApiError('That cannot be done with it now.', {
        code: 'conflict',
        status: 409,
      });
    }
    const { arn } = body as { arn?: string };
    return keep({
      ...request,
      state,
      access: {
        ...request.access,
        ...(act === 'access' && (arn ? { arn } : { keyHeld: true })),
      },
    });
  },
  async getConnectorRequestTemplate() {
    await wait();
    return '{ "AWSTemplateFormatVersion": "2010-09-09" }';
  },
  async getNewExternalId() {
    await wait();
    return {
      externalId: EXTERNAL_ID,
      principalAccount: '805950163170',
      customerOwned: false,
      trustPolicy: TRUST_POLICY,
    };
  },
  async deleteConnector() {
    await wait();
  },
};

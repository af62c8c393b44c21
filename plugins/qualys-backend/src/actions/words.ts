import type {
  ConnectorRequest,
  RequestConflict,
} from 'backstage-plugin-qualys-common';

const KEYS = {
  AWS: 'the ARN of the role',
  AZURE: 'the secret of the application',
  GCP: 'the key file of the service account',
} as const;

/** What has to happen next with a request, for people. */
export function nextStep(
  { state, provider, problem }: ConnectorRequest,
  url: string,
): string {
  const key = KEYS[provider];
  switch (state) {
    case 'draft':
      return provider === 'AWS'
        ? `Submit it on ${url}.`
        : `Open ${url}, enter ${key} there if it is at hand (it never goes through an action), and submit it.`;
    case 'submitted':
      return 'It waits until somebody who may decides about it.';
    case 'awaitingAccess':
      return provider === 'AWS'
        ? `Make the role in the account, with the external ID and the trust policy on ${url}, and enter its ARN there.`
        : `Enter ${key} on ${url}; it never goes through an action.`;
    case 'approved':
    case 'provisioning':
    case 'verifying':
      return 'Nothing: the portal creates the connector and waits until Qualys has read the account.';
    case 'failed':
      return `${
        problem?.advice ?? 'Mend what went wrong.'
      } Then have it tried again on ${url}.`;
    case 'active':
      return 'Nothing: the connector works.';
    default:
      return 'Nothing: it has come to its end.';
  }
}

/** What a request collides with, for people. */
export function conflictInWords({
  kind,
  connector,
  request,
  owner,
}: RequestConflict): string {
  const other = connector ? `the connector ${connector.name}` : 'a connector';
  switch (kind) {
    case 'accountConnected':
      return `The account has ${other} already.`;
    case 'accountConnectedByOrganization':
      return `The account has ${other} already, which belongs to one for the whole organisation.`;
    case 'arnConnected':
      return `The role is that of ${other} already.`;
    case 'nameTaken':
      return request
        ? `The request ${request.id} asks for a connector of the same name.`
        : `The name is that of ${other} or of another request.`;
    case 'accountRequested':
      return request
        ? `The request “${request.name}” (${request.id}) asks for the same account.`
        : 'Somebody else asks for the same account.';
    default:
      return `A rule gives connectors like it to ${owner}.`;
  }
}

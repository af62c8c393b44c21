import type { ContractCase } from '../../contractCase';
import { cloudViewDescription, recording, s3Document } from '../../documents';

import { all, listRequest } from '../cloudView/requests';
import { onePage, awsConnectorResponse, pageOf } from '../cloudView/described';
import { awsListed, awsListedModel, inSimulator } from '../cloudView/samples';
import { OTHER_TOKEN, signIn, TOKEN } from './signIn';

const generateToken = s3Document(
  'Authorization: Bearer <token>, and "Generate JWT Token" beside it',
  '260, 303',
);

/** The gateway: tokens. */
export const gatewayCases: ContractCase[] = [
  {
    id: 'gateway-cloudview',
    kind: 'call',
    calls: [24],
    title:
      'a token opens CloudView through the gateway, once for several calls',
    sources: [generateToken, cloudViewDescription('basePath')],
    settings: { cloudViewAccess: 'gateway' },
    call: async client => {
      const once = await all(client.cloudConnectors.aws.list());
      const again = await all(client.cloudConnectors.aws.list());
      return { once: once.length, again: again[0] };
    },
    exchanges: [
      signIn,
      ...[0, 1].map(() => ({
        request: {
          ...listRequest('aws'),
          host: 'gateway' as const,
          signIn: 'bearer' as const,
        },
        answer: { status: 200, body: onePage([awsListed]) },
        mayAlsoHold: pageOf(awsConnectorResponse),
      })),
    ],
    outcome: { value: { once: 1, again: awsListedModel } },
    simulator: { connectors: [inSimulator(awsListed)] },
  },
  {
    id: 'gateway-token-quoted',
    kind: 'oddity',
    title: 'a token between quotes and line breaks',
    sources: [generateToken],
    settings: { cloudViewAccess: 'gateway' },
    call: async client => {
      const connectors = await all(client.cloudConnectors.aws.list());
      return connectors.length;
    },
    exchanges: [
      { ...signIn, answer: { status: 200, text: `"${TOKEN}"\n` } },
      {
        request: {
          ...listRequest('aws'),
          host: 'gateway',
          signIn: 'bearer',
        },
        answer: { status: 200, body: onePage([awsListed]) },
      },
    ],
    outcome: { value: 1 },
    simulator: { never: 'The simulator gives the bare text of the token.' },
  },
  {
    id: 'gateway-token-expired',
    kind: 'call',
    title: 'a token that is no longer taken: sign in once more, ask once more',
    sources: [generateToken],
    settings: { cloudViewAccess: 'gateway' },
    call: async client => {
      const connectors = await all(client.cloudConnectors.aws.list());
      return connectors.length;
    },
    exchanges: [
      signIn,
      {
        request: { ...listRequest('aws'), host: 'gateway', signIn: 'bearer' },
        answer: { status: 401 },
      },
      { ...signIn, answer: { status: 201, text: OTHER_TOKEN } },
      {
        request: { ...listRequest('aws'), host: 'gateway', signIn: 'bearer' },
        answer: { status: 200, body: onePage([awsListed]) },
      },
    ],
    outcome: { value: 1 },
    simulator: {
      never: 'A new token of the simulator does not expire at its first use.',
    },
  },
  {
    id: 'gateway-429',
    kind: 'call',
    title: 'too many calls at the gateway, and when to come back',
    sources: [recording('gateway, X-RateLimit headers of a refusal')],
    settings: { cloudViewAccess: 'gateway' },
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      signIn,
      {
        request: { ...listRequest('aws'), host: 'gateway', signIn: 'bearer' },
        answer: {
          status: 429,
          headers: {
            'X-RateLimit-Limit': '300',
            'X-RateLimit-Window-Sec': '3600',
            'X-RateLimit-Remaining': '0',
            'X-RateLimit-ToWait-Sec': '1800',
          },
        },
      },
    ],
    outcome: { error: { kind: 'limited', status: 429, retryAfter: 1800 } },
    simulator: {
      never:
        'It is a matter of limits and faults, which have tests of their own.',
    },
  },
  {
    id: 'gateway-401',
    kind: 'call',
    title: 'wrong credentials at the gateway',
    sources: [generateToken],
    settings: { cloudViewAccess: 'gateway' },
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: {
          ...signIn.request,
          authenticated: false,
          body: {
            form: { username: 'quays_xy', password: 'wrong', token: 'true' },
          },
        },
        answer: { status: 401, body: { message: 'Unauthorized' } },
      },
    ],
    outcome: { error: { kind: 'authentication', status: 401 } },
    simulator: {},
  },
];

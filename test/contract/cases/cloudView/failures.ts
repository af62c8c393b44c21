import type { ContractCase } from '../../contractCase';
import { description } from './documents';
import { all, errorsRequest, getRequest, listRequest } from './requests';
import { awsListed } from './samples';

const spring404 = (path: string) => ({
  timestamp: '2021-01-13T05:17:58.000+0000',
  status: 404,
  error: 'Not Found',
  message: 'No message available',
  path,
});

const unknownId = awsListed.connectorId;

/** How CloudView refuses. */
export const failureCases: ContractCase[] = [
  {
    id: 'cloudview-401',
    kind: 'call',
    title: 'wrong credentials',
    sources: [description('GET /rest/v1/aws/connectors, 401, APIErrorFacade')],
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: { ...listRequest('aws'), authenticated: false },
        answer: {
          status: 401,
          body: {
            errorCode: '401',
            message: 'Unauthorized user',
            timestamp: 1610515078000,
          },
        },
      },
    ],
    outcome: { error: { kind: 'authentication', status: 401, code: '401' } },
    simulator: { connectors: [] },
  },
  {
    id: 'cloudview-400',
    kind: 'call',
    title: 'a filter that Qualys does not understand',
    sources: [description('GET /rest/v1/aws/connectors, 400, APIErrorFacade')],
    call: client => all(client.cloudConnectors.aws.list({ filter: 'state:(' })),
    exchanges: [
      {
        request: {
          ...listRequest('aws'),
          query: { ...listRequest('aws').query, filter: 'state:(' },
        },
        answer: {
          status: 400,
          body: {
            errorCode: '400',
            message: 'Invalid filter',
            timestamp: 1610515078000,
          },
        },
      },
    ],
    outcome: { error: { kind: 'invalid', status: 400, code: '400' } },
    simulator: { connectors: [] },
  },
  {
    id: 'cloudview-403',
    kind: 'call',
    title: 'a user without the right to do this',
    sources: [description('GET /rest/v1/aws/connectors, 403')],
    call: client => client.cloudConnectors.aws.get(unknownId),
    exchanges: [
      { request: getRequest('aws', unknownId), answer: { status: 403 } },
    ],
    outcome: { error: { kind: 'permission', status: 403 } },
    simulator: {
      never: 'The simulator knows one user, who may do everything.',
    },
  },
  {
    id: 'cloudview-404-connector',
    kind: 'call',
    title: 'a connector that does not exist or is out of scope',
    sources: [description('GET /rest/v1/aws/connectors/{connectorId}, 404')],
    call: client => client.cloudConnectors.aws.get(unknownId),
    exchanges: [
      {
        request: getRequest('aws', unknownId),
        answer: {
          status: 404,
          body: spring404(getRequest('aws', unknownId).path),
        },
      },
    ],
    outcome: { error: { kind: 'notFound', status: 404, code: 'Not Found' } },
    simulator: { connectors: [] },
  },
  {
    id: 'cloudview-404-errors',
    kind: 'call',
    title: 'the errors of a connector that does not exist',
    sources: [
      description('GET /rest/v1/gcp/connectors/{connectorId}/errors, 404'),
    ],
    call: client => all(client.cloudConnectors.gcp.errors(unknownId)),
    exchanges: [
      {
        request: errorsRequest('gcp', unknownId),
        answer: {
          status: 404,
          body: spring404(errorsRequest('gcp', unknownId).path),
        },
      },
    ],
    outcome: { error: { kind: 'notFound', status: 404, code: 'Not Found' } },
    simulator: { connectors: [] },
  },
  {
    id: 'cloudview-404-wrong-host',
    kind: 'oddity',
    title: 'the API server does not know the paths of CloudView',
    sources: [
      {
        document: 'Qualys/TotalCloud, cspm_remediation_report.py',
        place: 'comment on the base URL',
      },
    ],
    wrongHosts: { cloudView: 'api' },
    call: client => all(client.cloudConnectors.aws.list()),
    exchanges: [
      {
        request: { ...listRequest('aws'), host: 'api' },
        answer: { status: 404, body: spring404(listRequest('aws').path) },
      },
    ],
    outcome: { error: { kind: 'notFound', status: 404, code: 'Not Found' } },
    simulator: { connectors: [] },
  },
  {
    id: 'cloudview-error-in-200',
    kind: 'oddity',
    title: 'a success that holds nothing but an error is a failure',
    sources: [description('APIErrorFacade')],
    call: client => client.cloudConnectors.aws.get(unknownId),
    exchanges: [
      {
        request: getRequest('aws', unknownId),
        answer: {
          status: 200,
          body: {
            errorCode: '2000',
            message: 'Something went wrong',
            timestamp: 1610515078000,
          },
        },
      },
    ],
    outcome: { error: { kind: 'invalid', status: 200, code: '2000' } },
    simulator: { never: 'The simulator says with the status that it refuses.' },
  },
];

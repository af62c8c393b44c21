import type { ContractCase } from '../../contractCase';
import {
  configurations,
  hubAnswer,
  hubDocument,
  hubRequest,
  integration,
  methodNotAllowed,
  printed,
  readRows,
  vmConfigs,
} from './samples';
import { holding } from './simulated';

const KNOWS_METHODS = {
  never: 'The simulator goes by the methods of the samples.',
};

// As the document prints it: line breaks, a comma and two braces missing.
const asPrinted = `{VM={name=Updated Qualys Demo Name,
integrationId=49,
customerId=223822,
vmConfigs=[
{awsAccountId=111111111111,
severity=3,
category=Potential,
regions=[eu-west-2, eu-west-1]},
{
awsAccountId=222222222222,
severity=3,
category=Potential,
regions=[eu-west-1]}
{awsAccountId=333333333333,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]},
{awsAccountId=444444444444 ,
severity=3,
category=Confirmed,
regions=[eu-west-2, eu-west-1]}]`;

const lossy = `{name=A, integrationId=49, customerId=223822, vmConfigs=[{awsAccountId=12345678901, severity=3, category=Potential, regions=[eu-west-2]}]}`;

/** What a client of Security Hub has to bear. */
export const oddityCases: ContractCase[] = [
  {
    id: 'securityhub-text-as-printed',
    kind: 'oddity',
    oddities: [43],
    title: 'line breaks, a missing comma and missing braces, as in the sample',
    sources: [hubDocument('Get details, sample 1', '581-601')],
    call: async client => (await client.securityHub.list()).integrations,
    exchanges: [
      { request: hubRequest('GET', 'get', '/'), answer: hubAnswer(asPrinted) },
    ],
    outcome: { value: [integration('49')] },
    simulator: { ...holding('49'), exact: true },
  },
  {
    id: 'securityhub-several',
    kind: 'oddity',
    oddities: [69],
    title: 'several integrations, one text each',
    sources: [hubDocument('Get details', '554-559')],
    call: client => client.securityHub.list(),
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/'),
        answer: hubAnswer(
          [`{VM=${printed('49')}}`, `{VM=${printed('50')}}`],
          2,
        ),
      },
    ],
    outcome: {
      value: {
        integrations: [integration('49'), integration('50')],
        raw: [`{VM=${printed('49')}}`, `{VM=${printed('50')}}`],
      },
    },
    simulator: {
      holds(control) {
        for (const id of ['49', '50']) {
          control.addSecurityHubIntegration({
            id,
            name: 'Updated Qualys Demo Name',
            customerId: '223822',
            rows: readRows,
          });
        }
      },
    },
  },
  {
    id: 'securityhub-name-like-syntax',
    kind: 'oddity',
    oddities: [43],
    title: 'a name that holds commas, equals signs and braces',
    sources: [hubDocument('Get details, sample 2', '607-658')],
    call: async client => (await client.securityHub.get('34')).integrations,
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/34/vm/'),
        answer: hubAnswer(printed('34', 'a=b, {c}, [d')),
      },
    ],
    outcome: { value: [integration('34', 'a=b, {c}, [d')] },
    simulator: {
      holds: control =>
        control.addSecurityHubIntegration({
          id: '34',
          name: 'a=b, {c}, [d',
          customerId: '223822',
          rows: readRows,
        }),
      exact: true,
    },
  },
  {
    id: 'securityhub-text-broken',
    kind: 'oddity',
    oddities: [43],
    title: 'a text that cannot be read is never half a result',
    sources: [hubDocument('Get details, sample 1', '581-601')],
    call: client => client.securityHub.list(),
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/'),
        answer: hubAnswer('{VM={name=Updated Qualys Demo Name'),
      },
    ],
    outcome: { error: { kind: 'unexpectedAnswer', status: 200 } },
    simulator: { never: 'The simulator prints what can be read.' },
  },
  {
    id: 'securityhub-lost-zero',
    kind: 'oddity',
    oddities: [44],
    title: 'an account that lost its leading zero gets it back',
    sources: [hubDocument('Get details, sample 1, awsAccountId', '585')],
    call: async client => {
      const { integrations } = await client.securityHub.get('49');
      return integrations[0].rows[0].awsAccount;
    },
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/49/vm/'),
        answer: hubAnswer(lossy),
      },
    ],
    outcome: { value: '012345678901' },
    simulator: {
      holds: control =>
        control.addSecurityHubIntegration({
          id: '49',
          name: 'A',
          rows: [{ ...readRows[0], awsAccount: '012345678901' }],
        }),
      exact: true,
    },
  },
  {
    id: 'securityhub-put-unknown',
    kind: 'oddity',
    oddities: [39],
    title: 'where PUT is not known (405: nothing was done), POST is tried once',
    sources: [hubDocument('Update, sample 2, "in the POST request"', '495')],
    call: client => client.securityHub.reconfigure('123456', configurations),
    exchanges: [
      {
        request: hubRequest('PUT', 'update', '/123456/vm', { vmConfigs }),
        answer: methodNotAllowed,
      },
      {
        request: hubRequest('POST', 'update', '/123456/vm', { vmConfigs }),
        answer: hubAnswer(
          'AWS accounts and their VM configuration successfully updated.',
        ),
      },
    ],
    outcome: { value: undefined },
    simulator: KNOWS_METHODS,
  },
  {
    id: 'securityhub-delete-unknown',
    kind: 'oddity',
    oddities: [40],
    title: 'where DELETE is not known, POST is tried once',
    sources: [hubDocument('Delete Amazon Security Hub Details', '672, 700')],
    call: client => client.securityHub.delete('123456'),
    exchanges: [
      {
        request: hubRequest('DELETE', 'delete', '/123456'),
        answer: methodNotAllowed,
      },
      {
        request: hubRequest('POST', 'delete', '/123456'),
        answer: hubAnswer('AWS security hub integration successfully deleted.'),
      },
    ],
    outcome: { value: undefined },
    simulator: KNOWS_METHODS,
  },
  {
    id: 'securityhub-unknown-id',
    kind: 'oddity',
    title: 'an integration that does not exist',
    sources: [
      {
        document: 'Not documented',
        place:
          'assumed to be as with the other calls under /qps: HTTP 404, or a code in an answer of 200',
      },
    ],
    call: client => client.securityHub.delete('9'),
    exchanges: [
      {
        request: hubRequest('DELETE', 'delete', '/9'),
        answer: {
          status: 200,
          body: {
            ServiceResponse: {
              responseCode: 'OBJECT_NOT_FOUND',
              responseErrorDetails: { errorMessage: 'No such integration.' },
            },
          },
        },
      },
    ],
    outcome: {
      error: { kind: 'notFound', status: 200, code: 'OBJECT_NOT_FOUND' },
    },
    simulator: holding('49'),
  },
];

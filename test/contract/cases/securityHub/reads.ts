import type { ContractCase } from '../../contractCase';
import {
  hubAnswer,
  hubDocument,
  hubRequest,
  integration,
  printed,
} from './samples';
import { holding } from './simulated';

const NAME =
  'The quote and the sign after the name; the comma between two accounts; braces at the end.';

/** Reading. */
export const readCases: ContractCase[] = [
  {
    id: 'securityhub-list',
    kind: 'call',
    calls: [11],
    oddities: [42, 43, 45],
    title: 'the integrations with their configuration',
    sources: [hubDocument('Get details, sample 1', '561-605', NAME)],
    call: client => client.securityHub.list(),
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/'),
        answer: hubAnswer(`{VM=${printed('49')}}`),
      },
    ],
    outcome: {
      value: {
        integrations: [integration('49')],
        raw: [`{VM=${printed('49')}}`],
      },
    },
    simulator: holding('49'),
  },
  {
    id: 'securityhub-list-vm',
    kind: 'call',
    calls: [12],
    oddities: [42],
    title: 'the integrations with VM/VMDR',
    sources: [hubDocument('Get details, sample 2', '607-658', NAME)],
    call: client => client.securityHub.listVm(),
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/vm/'),
        answer: hubAnswer(printed('34')),
      },
    ],
    outcome: {
      value: { integrations: [integration('34')], raw: [printed('34')] },
    },
    simulator: holding('34'),
  },
  {
    id: 'securityhub-get',
    kind: 'call',
    calls: [13],
    oddities: [42],
    title: 'one integration with VM/VMDR',
    sources: [
      hubDocument('Get details, sample 2, second request', '619-658', NAME),
    ],
    call: client => client.securityHub.get('34'),
    exchanges: [
      {
        request: hubRequest('GET', 'get', '/34/vm/'),
        answer: hubAnswer(printed('34')),
      },
    ],
    outcome: {
      value: { integrations: [integration('34')], raw: [printed('34')] },
    },
    simulator: holding('34'),
  },
];

import type { ContractCase } from '../../contractCase';
import { hubAnswer, hubDocument, hubRequest } from './samples';
import { holding } from './simulated';

const accountsDeleted =
  'AWS accounts successfully deleted from AWS security hub integration.';

/** Deleting. */
export const deleteCases: ContractCase[] = [
  {
    id: 'securityhub-delete',
    kind: 'call',
    calls: [14],
    oddities: [40],
    title: 'an integration is deleted, by DELETE',
    sources: [hubDocument('Delete, sample 1', '669-694')],
    call: client => client.securityHub.delete('123456'),
    exchanges: [
      {
        request: hubRequest('DELETE', 'delete', '/123456'),
        answer: hubAnswer('AWS security hub integration successfully deleted.'),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('123456'),
  },
  {
    id: 'securityhub-delete-all-accounts',
    kind: 'call',
    calls: [15],
    oddities: [40, 41, 46],
    title:
      'accounts are deleted as in the sample, without saying which: all of them',
    sources: [hubDocument('Delete, sample 2', '696-720')],
    call: client =>
      client.securityHub.deleteAccounts('123456', { allAccounts: true }),
    exchanges: [
      {
        request: hubRequest('POST', 'delete', '/123456/vm'),
        answer: hubAnswer(accountsDeleted, 2),
      },
    ],
    outcome: { value: undefined },
    simulator: {
      ...holding('123456'),
      behaviours: { securityHubDeleteAccounts: 'ignoresBody' },
    },
  },
  {
    id: 'securityhub-delete-accounts',
    kind: 'oddity',
    oddities: [41],
    title:
      'accounts are deleted by their ids, in a body that no document shows, where it is said that all may go',
    sources: [
      hubDocument(
        'Delete, sample 2',
        '696-720',
        'The body is taken from sample 3.',
      ),
    ],
    call: client =>
      client.securityHub.deleteAccounts(
        '123456',
        { awsAccounts: ['111111111111', '222222222222'] },
        { mayDeleteAll: true },
      ),
    exchanges: [
      {
        request: hubRequest('POST', 'delete', '/123456/vm', {
          awsAccounts: [111111111111, 222222222222],
        }),
        answer: hubAnswer(accountsDeleted, 2),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('123456'),
  },
  {
    id: 'securityhub-delete-accounts-perhaps-all',
    kind: 'oddity',
    oddities: [41, 73],
    title:
      'accounts that are named are not sent unasked, since all may go: nothing is sent',
    sources: [hubDocument('Delete, sample 2', '696-720')],
    call: client =>
      client.securityHub.deleteAccounts('123456', {
        awsAccounts: ['111111111111', '222222222222'],
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'awsAccounts' } },
    simulator: { never: 'Nothing is sent.' },
  },
  {
    id: 'securityhub-delete-no-accounts',
    kind: 'oddity',
    oddities: [41],
    title: 'no account named is not the same as all accounts: nothing is sent',
    sources: [hubDocument('Delete, sample 2', '696-720')],
    call: client =>
      client.securityHub.deleteAccounts('123456', { awsAccounts: [] }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'awsAccounts' } },
    simulator: { never: 'Nothing is sent.' },
  },
  {
    id: 'securityhub-delete-regions',
    kind: 'call',
    calls: [16],
    oddities: [40, 42, 46],
    title: 'regions of accounts are deleted',
    sources: [
      hubDocument(
        'Delete, sample 3',
        '722-766',
        'The comma at the end of the answer and the brace that is missing before it.',
      ),
    ],
    call: client =>
      client.securityHub.deleteRegions('123456', [
        { awsAccounts: ['111111111111'], regions: ['eu-west-2'] },
        { awsAccounts: ['222222222222'], regions: ['eu-west-2'] },
      ]),
    exchanges: [
      {
        request: hubRequest('POST', 'delete', '/123456/vm/regions', {
          vmRegionConfigs: [
            { awsAccounts: [111111111111], regions: ['eu-west-2'] },
            { awsAccounts: [222222222222], regions: ['eu-west-2'] },
          ],
        }),
        answer: hubAnswer(
          'Regions successfully deleted from AWS accounts in AWS security hub integration.',
        ),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('123456'),
  },
];

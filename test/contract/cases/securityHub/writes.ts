import type { ContractCase } from '../../contractCase';
import {
  configurations,
  hubAnswer,
  hubDocument,
  hubRequest,
  vmConfigs,
} from './samples';
import { holding, holdingNothing } from './simulated';

/** Creating and changing. */
export const writeCases: ContractCase[] = [
  {
    id: 'securityhub-create',
    kind: 'call',
    calls: [7],
    oddities: [43, 62],
    title: 'an integration is created',
    sources: [hubDocument('Create Amazon Security Hub Integration', '310-342')],
    call: client => client.securityHub.create('Demo Integration Name'),
    exchanges: [
      {
        request: hubRequest('POST', 'add', '', {
          name: 'Demo Integration Name',
        }),
        answer: hubAnswer('integrationId=40'),
      },
    ],
    outcome: { value: { id: '40' } },
    simulator: holdingNothing,
  },
  {
    id: 'securityhub-configure',
    kind: 'call',
    calls: [8],
    oddities: [44, 45],
    title: 'an integration gets its accounts',
    sources: [
      hubDocument(
        'Configure Amazon Security Hub Integration',
        '344-453',
        'The sentence of the answer stands within the request (line 429).',
      ),
    ],
    call: client => client.securityHub.configure('49', configurations),
    exchanges: [
      {
        request: hubRequest('POST', 'add', '/49/vm', { vmConfigs }),
        answer: hubAnswer('VM successfully enabled for AWS security hub.'),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('49', []),
  },
  {
    id: 'securityhub-rename',
    kind: 'call',
    calls: [9],
    oddities: [39],
    title: 'an integration gets another name, by POST',
    sources: [hubDocument('Update, sample 1', '462-491')],
    call: client => client.securityHub.rename('123456', 'New Qualys Demo'),
    exchanges: [
      {
        request: hubRequest('POST', 'update', '/123456', {
          name: 'New Qualys Demo',
        }),
        answer: hubAnswer('AWS security hub integration successfully updated.'),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('123456'),
  },
  {
    id: 'securityhub-reconfigure',
    kind: 'call',
    calls: [10],
    oddities: [39, 73],
    title: 'an integration gets other accounts, by PUT',
    sources: [hubDocument('Update, sample 2', '493-551')],
    call: client => client.securityHub.reconfigure('123456', configurations),
    exchanges: [
      {
        request: hubRequest('PUT', 'update', '/123456/vm', { vmConfigs }),
        answer: hubAnswer(
          'AWS accounts and their VM configuration successfully updated.',
        ),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('123456'),
  },
  {
    id: 'securityhub-reconfigure-merging',
    kind: 'oddity',
    oddities: [73],
    title: 'the same where the platform merges in place of replacing',
    sources: [hubDocument('Update, sample 2', '493-551')],
    call: client => client.securityHub.reconfigure('123456', configurations),
    exchanges: [
      {
        request: hubRequest('PUT', 'update', '/123456/vm', { vmConfigs }),
        answer: hubAnswer(
          'AWS accounts and their VM configuration successfully updated.',
        ),
      },
    ],
    outcome: { value: undefined },
    simulator: {
      ...holding('123456'),
      behaviours: { securityHubPut: 'merges' },
    },
  },
  {
    id: 'securityhub-leading-zero',
    kind: 'oddity',
    oddities: [44],
    title:
      'an account with a leading zero, which no number can hold, is a text',
    sources: [hubDocument('vmConfigs, awsAccounts', '367-370')],
    call: client =>
      client.securityHub.configure('49', [
        {
          minSeverity: 1,
          baseCategory: 'Potential',
          awsAccounts: ['012345678901', '111111111111'],
          regions: ['eu-west-2'],
        },
      ]),
    exchanges: [
      {
        request: hubRequest('POST', 'add', '/49/vm', {
          vmConfigs: [
            {
              minSeverity: 1,
              baseCategory: 'Potential',
              awsAccounts: ['012345678901', 111111111111],
              regions: ['eu-west-2'],
            },
          ],
        }),
        answer: hubAnswer('VM successfully enabled for AWS security hub.'),
      },
    ],
    outcome: { value: undefined },
    simulator: holding('49', []),
  },
];

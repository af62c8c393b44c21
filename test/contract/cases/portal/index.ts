import type { ContractCase } from '../../contractCase';
import {
  found,
  inBothDialects,
  qpsBare,
  qpsPost,
  searchOf,
  type QpsCase,
} from '../../dialects';
import { connectorDocumentation, recording } from '../../documents';
import { all } from '../cloudView/requests';

const cases: QpsCase[] = [
  {
    id: 'portal-version',
    kind: 'call',
    title: 'the versions of the platform',
    sources: [recording('Know your portal version')],
    call: client => client.portal.version(),
    exchanges: [
      {
        request: qpsBare('GET', 'portal/version'),
        answer: {
          status: 200,
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: {
                'Portal-Version': {
                  'PortalApplication-VERSION': '3.21.0.0',
                  'WAS-VERSION': '9.6.0.0',
                  'VM-VERSION': '1.0.3',
                },
                'QWeb-Version': {
                  'WEB-VERSION': '10.30.0.0',
                  'SCANNER-VERSION': '14.4.38-1',
                  'VULNSIGS-VERSION': '2.6.200-2',
                },
              },
            },
          },
        },
      },
    ],
    outcome: {
      value: {
        portal: {
          'PortalApplication-VERSION': '3.21.0.0',
          'WAS-VERSION': '9.6.0.0',
          'VM-VERSION': '1.0.3',
        },
        qweb: {
          'WEB-VERSION': '10.30.0.0',
          'SCANNER-VERSION': '14.4.38-1',
          'VULNSIGS-VERSION': '2.6.200-2',
        },
      },
    },
    simulator: {},
  },
  {
    id: 'tags-search',
    kind: 'call',
    title: 'tags by their name, in version 2.0 of the API',
    sources: [connectorDocumentation('Search Tags')],
    call: client =>
      all(
        client.tags.search({
          filters: [{ field: 'name', operator: 'CONTAINS', value: 'Cloud' }],
        }),
      ),
    exchanges: [
      {
        request: qpsPost(
          '2.0/search/am/tag',
          searchOf(1000, [
            { field: 'name', operator: 'CONTAINS', value: 'Cloud' },
          ]),
        ),
        answer: found(
          [
            {
              Tag: {
                id: 42458382,
                name: 'Cloud',
                created: '2021-01-13T05:17:58Z',
                modified: '2021-01-13T05:17:58Z',
                color: '#FFFFFF',
                ruleType: 'STATIC',
              },
            },
          ],
          { hasMoreRecords: 'false' },
        ),
      },
    ],
    outcome: {
      value: [
        {
          id: '42458382',
          name: 'Cloud',
          color: '#FFFFFF',
          ruleType: 'STATIC',
          created: '2021-01-13T05:17:58.000Z',
          modified: '2021-01-13T05:17:58.000Z',
        },
      ],
    },
    simulator: {
      holds: control =>
        control.addTag({ id: 42458382, name: 'Cloud', color: '#FFFFFF' }),
    },
  },
];

/** What is asked of the portal, and tags. */
export const portalCases: ContractCase[] = cases.flatMap(inBothDialects);

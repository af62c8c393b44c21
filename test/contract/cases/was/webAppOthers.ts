import type { ContractCase } from '../../contractCase';
import {
  counted,
  dataOf,
  found,
  qpsBare,
  qpsPost,
  refused,
  searchOf,
  type QpsCase,
} from '../../dialects';
import { recording, wasDocumentation } from '../../documents';
import { inWas } from './inWas';
import { all } from '../cloudView/requests';
import { holdingWebApp } from './simulated';

const listed = {
  id: 1234,
  name: 'My Web Application5',
  url: 'http://mywebapp.com',
};
const listedModel = {
  id: '1234',
  name: 'My Web Application5',
  url: 'http://mywebapp.com',
};
const byUrl = [
  { field: 'url', operator: 'CONTAINS', value: 'mywebapp' } as const,
  { field: 'tags.id', operator: 'IN', value: ['12', '34'] } as const,
];
const byUrlSent = [
  { field: 'url', operator: 'CONTAINS', value: 'mywebapp' },
  { field: 'tags.id', operator: 'IN', value: '12,34' },
];

const cases: QpsCase[] = [
  {
    id: 'was-webapp-search',
    kind: 'call',
    title: 'web apps by their address and tags',
    sources: [wasDocumentation('Search Web Applications')],
    call: client => all(client.webApps.search({ filters: byUrl })),
    exchanges: [
      {
        request: qpsPost('3.0/search/was/webapp', searchOf(100, byUrlSent)),
        answer: found([{ WebApp: listed }], { hasMoreRecords: 'false' }),
      },
    ],
    outcome: { value: [listedModel] },
    simulator: {
      holds(control) {
        control.addTag({ id: 34, name: 'Cloud' });
        control.addWebApp({ ...listed, tagIds: [34] });
      },
    },
  },
  {
    id: 'was-webapp-search-empty',
    kind: 'call',
    title: 'no web app: a count of 0 and nothing else',
    sources: [recording('WAS, count 0 alone')],
    call: client => all(client.webApps.search()),
    exchanges: [
      {
        request: qpsPost('3.0/search/was/webapp', searchOf(100)),
        answer: counted(0),
      },
    ],
    outcome: { value: [] },
    simulator: {},
  },
  {
    id: 'was-webapp-search-blank',
    kind: 'call',
    title: 'no web app: a count of 0 and blank data',
    sources: [recording('WAS, count 0 with blank data')],
    call: client =>
      all(
        client.webApps.search({
          filters: [{ field: 'name', operator: 'EQUALS', value: 'nothing' }],
        }),
      ),
    exchanges: [
      {
        request: qpsPost(
          '3.0/search/was/webapp',
          searchOf(100, [
            { field: 'name', operator: 'EQUALS', value: 'nothing' },
          ]),
        ),
        answer: {
          status: 200,
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 0,
              hasMoreRecords: 'false',
            },
          },
          xml: '<ServiceResponse><responseCode>SUCCESS</responseCode><count>0</count><hasMoreRecords>false</hasMoreRecords><data> </data></ServiceResponse>',
        },
      },
    ],
    outcome: { value: [] },
    simulator: {},
  },
  {
    id: 'was-webapp-search-refused',
    kind: 'call',
    title: 'no web app, said as a refusal',
    sources: [recording('INVALID_REQUEST for an empty result')],
    call: client => all(client.webApps.search()),
    exchanges: [
      {
        request: qpsPost('3.0/search/was/webapp', searchOf(100)),
        answer: refused(
          200,
          'INVALID_REQUEST',
          'There were no results corresponding to your request.',
        ),
      },
    ],
    outcome: { value: [] },
    simulator: { never: 'The simulator counts 0.' },
  },
  {
    id: 'was-webapp-count',
    kind: 'call',
    title: 'how many web apps there are',
    sources: [wasDocumentation('Count Web Applications')],
    call: client => client.webApps.count(),
    exchanges: [
      { request: qpsBare('GET', '3.0/count/was/webapp'), answer: counted(1) },
    ],
    outcome: { value: 1 },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-count-filtered',
    kind: 'call',
    title: 'how many web apps fulfil a condition',
    sources: [wasDocumentation('Count Web Applications')],
    call: client =>
      client.webApps.count([
        { field: 'name', operator: 'CONTAINS', value: 'Application5' },
      ]),
    exchanges: [
      {
        request: qpsPost('3.0/count/was/webapp', {
          json: {
            ServiceRequest: {
              filters: {
                Criteria: [
                  {
                    field: 'name',
                    operator: 'CONTAINS',
                    value: 'Application5',
                  },
                ],
              },
            },
          },
        }),
        answer: counted(1),
      },
    ],
    outcome: { value: 1 },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-delete',
    kind: 'call',
    title: 'a web app is deleted, by an empty POST',
    sources: [wasDocumentation('Delete Web Application')],
    call: client => client.webApps.delete('1234'),
    exchanges: [
      {
        request: qpsBare('POST', '3.0/delete/was/webapp/1234'),
        answer: found([{ WebApp: { id: 1234 } }]),
      },
    ],
    outcome: { value: undefined },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-delete-from-subscription',
    kind: 'call',
    title: 'a web app is taken out of the subscription too',
    sources: [
      wasDocumentation('Delete Web Application, removeFromSubscription'),
    ],
    call: client =>
      client.webApps.delete('1234', { removeFromSubscription: true }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/delete/was/webapp/1234',
          dataOf({ WebApp: { removeFromSubscription: true } }),
        ),
        answer: found([{ WebApp: { id: 1234 } }]),
      },
    ],
    outcome: { value: undefined },
    simulator: holdingWebApp(),
  },
];

/** The calls on web apps beyond the samples. */
export const otherWebAppCases: ContractCase[] = inWas(cases);

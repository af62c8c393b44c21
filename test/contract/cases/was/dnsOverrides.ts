import type { ContractCase, SimulatorSetUp } from '../../contractCase';
import {
  dataOf,
  found,
  qpsBare,
  qpsPost,
  searchOf,
  type QpsCase,
} from '../../dialects';
import { wasDocumentation } from '../../documents';
import { inWas } from './inWas';
import { all } from '../cloudView/requests';
import { holdingWebApp } from './simulated';

const mapping = { hostName: 'host_1', ipAddress: '2.3.4.5' };
const holdingOverride: SimulatorSetUp = {
  holds: control =>
    control.addDnsOverride({
      id: 14620,
      name: 'eee',
      mappings: [mapping],
      comment: 'for the test network',
    }),
};

const cases: QpsCase[] = [
  {
    id: 'was-dns-search',
    kind: 'call',
    title: 'the DNS overrides',
    sources: [wasDocumentation('Search DNS Overrides')],
    call: client => all(client.dnsOverrides.search()),
    exchanges: [
      {
        request: qpsPost('3.0/search/was/dnsoverride', searchOf(100)),
        answer: found([{ DnsOverride: { id: 14620, name: 'eee' } }], {
          hasMoreRecords: 'false',
        }),
      },
    ],
    outcome: { value: [{ id: '14620', name: 'eee' }] },
    simulator: holdingOverride,
  },
  {
    id: 'was-dns-get',
    kind: 'call',
    title: 'a DNS override with its mappings and comments',
    sources: [wasDocumentation('Get DNS Override Details')],
    call: client => client.dnsOverrides.get('14620'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/dnsoverride/14620'),
        answer: found([
          {
            DnsOverride: {
              id: 14620,
              name: 'eee',
              mappings: { count: 1, list: [{ DnsMapping: mapping }] },
              comments: {
                count: 1,
                list: [{ Comment: { contents: 'for the test network' } }],
              },
              createdDate: '2021-01-13T05:17:58Z',
            },
          },
        ]),
      },
    ],
    outcome: {
      value: {
        id: '14620',
        name: 'eee',
        mappings: [mapping],
        comments: ['for the test network'],
        createdDate: '2021-01-13T05:17:58.000Z',
      },
    },
    simulator: holdingOverride,
  },
  {
    id: 'was-dns-create',
    kind: 'call',
    title: 'a DNS override is created',
    sources: [wasDocumentation('Create a DNS Override')],
    call: client =>
      client.dnsOverrides.create({
        name: 'DNS Record',
        mappings: [mapping],
        comment: 'for the test network',
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/create/was/dnsoverride',
          dataOf({
            DnsOverride: {
              name: 'DNS Record',
              mappings: { set: { DnsMapping: [mapping] } },
              comments: {
                set: { Comment: [{ contents: 'for the test network' }] },
              },
            },
          }),
        ),
        answer: found([{ DnsOverride: { id: 14621 } }]),
      },
    ],
    outcome: { value: { id: '14621' } },
    simulator: {},
  },
  {
    id: 'was-dns-update',
    kind: 'call',
    title: 'a DNS override gets other mappings; its id is in what is sent',
    sources: [wasDocumentation('Update a DNS Override')],
    call: client =>
      client.dnsOverrides.update('14620', {
        mappings: {
          set: [mapping, { hostName: 'host_2', ipAddress: '10.10.10.10' }],
        },
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/update/was/dnsoverride',
          dataOf({
            DnsOverride: {
              id: 14620,
              mappings: {
                set: {
                  DnsMapping: [
                    mapping,
                    { hostName: 'host_2', ipAddress: '10.10.10.10' },
                  ],
                },
              },
            },
          }),
        ),
        answer: found([{ DnsOverride: { id: 14620 } }]),
      },
    ],
    outcome: { value: { id: '14620' } },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-dns-delete',
    kind: 'call',
    title: 'a DNS override is deleted, by a condition',
    sources: [wasDocumentation('Delete a DNS Override')],
    call: client => client.dnsOverrides.delete('14620'),
    exchanges: [
      {
        request: qpsPost('3.0/delete/was/dnsoverride', {
          json: {
            ServiceRequest: {
              filters: {
                Criteria: [{ field: 'id', operator: 'EQUALS', value: '14620' }],
              },
            },
          },
        }),
        answer: found([{ DnsOverride: { id: 14620 } }]),
      },
    ],
    outcome: { value: undefined },
    simulator: holdingOverride,
  },
];

/** The calls on DNS overrides. */
export const dnsOverrideCases: ContractCase[] = inWas(cases);

import type { ContractCase } from '../../contractCase';
import {
  dataOf,
  found,
  qpsBare,
  qpsPost,
  refused,
  type QpsCase,
} from '../../dialects';
import { notification, undocumented, wasDocumentation } from '../../documents';
import { inWas } from './inWas';
import { holdingScan, holdingWebApp } from './simulated';

const NOTHING = { never: 'Nothing is sent.' };

const bothWays: QpsCase[] = [
  {
    id: 'was-webapp-update-keeping',
    kind: 'oddity',
    oddities: [36],
    title:
      'when scans are canceled is read and sent along, lest Qualys forget it',
    sources: [
      notification('XSD Update, WebAppConfig', '209-222'),
      undocumented(
        'that Qualys forgets what a change to config leaves out is second-hand',
      ),
    ],
    call: client =>
      client.webApps.update('1234', { defaultDnsOverride: { id: '14620' } }),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: found([
          {
            WebApp: {
              id: 1234,
              config: {
                cancelScansAfterNHours: 4,
                defaultDnsOverride: { id: 10820, name: 'Demo-updated3' },
              },
            },
          },
        ]),
      },
      {
        request: qpsPost(
          '3.0/update/was/webapp/1234',
          dataOf({
            WebApp: {
              config: {
                cancelScansAfterNHours: 4,
                defaultDnsOverride: { id: 14620 },
              },
            },
          }),
        ),
        answer: found([{ WebApp: { id: 1234 } }]),
      },
    ],
    outcome: { value: { id: '1234' } },
    simulator: holdingWebApp({ cancelScansAfterNHours: 4 }),
  },
  {
    id: 'was-webapp-cancel-at',
    kind: 'oddity',
    oddities: [36],
    title:
      'a web app whose scans are canceled at a time, with an authentication record',
    sources: [
      notification(
        'XSD Update, WebAppConfig',
        '209-222',
        'Quotes; the value of cancelScansAt, whose form is not shown.',
      ),
    ],
    call: client =>
      client.webApps.create({
        name: 'My Web Application6',
        url: 'http://mywebapp.com',
        cancelScansAt: '10:00',
        defaultAuthRecord: { id: '4711' },
      }),
    exchanges: [
      {
        request: qpsPost(
          '3.0/create/was/webapp',
          dataOf({
            WebApp: {
              name: 'My Web Application6',
              url: 'http://mywebapp.com',
              config: {
                cancelScansAt: '10:00',
                defaultAuthRecord: { id: 4711 },
              },
            },
          }),
        ),
        answer: found([{ WebApp: { id: 14321735 } }]),
      },
    ],
    outcome: { value: { id: '14321735' } },
    simulator: {
      holds: control => control.addAuthRecord({ id: 4711, name: 'login' }),
    },
  },
  {
    id: 'was-webapp-last-scan',
    kind: 'oddity',
    oddities: [37],
    title: 'a last scan in a status that the schema does not know',
    sources: [notification('XSD Update, WasLastScanStatus', '223-251')],
    call: async client => (await client.webApps.get('1234')).lastScan?.status,
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: found([
          {
            WebApp: {
              id: 1234,
              lastScan: { id: 1902350, status: 'PROCESSING' },
            },
          },
        ]),
      },
    ],
    outcome: { value: 'PROCESSING' },
    simulator: holdingScan('PROCESSING'),
  },
  {
    id: 'was-webapp-assigned-overrides',
    kind: 'oddity',
    oddities: [66],
    title: 'the DNS overrides assigned to a web app, where Qualys says them',
    sources: [
      notification('Set a Default DNS Override', '30-34'),
      undocumented('a list dnsOverrides, by analogy with authRecords and tags'),
    ],
    call: async client => {
      const { dnsOverrides, config } = await client.webApps.get('1234');
      return { dnsOverrides, default: config?.defaultDnsOverride?.id };
    },
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: found([
          {
            WebApp: {
              id: 1234,
              config: { defaultDnsOverride: { id: 14620, name: 'eee' } },
              dnsOverrides: {
                count: 2,
                list: [
                  { DnsOverride: { id: 14620, name: 'eee' } },
                  { DnsOverride: { id: 10820, name: 'Demo-updated3' } },
                ],
              },
            },
          },
        ]),
      },
    ],
    outcome: {
      value: {
        dnsOverrides: [
          { id: '14620', name: 'eee' },
          { id: '10820', name: 'Demo-updated3' },
        ],
        default: '14620',
      },
    },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-forbidden',
    kind: 'oddity',
    oddities: [67],
    title: 'a user without the module, the permissions or the scope',
    sources: [
      notification('Permissions', '37-41'),
      wasDocumentation('Response codes'),
    ],
    call: client => client.webApps.get('1234'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: refused(
          200,
          'NOT_AUTHORIZED',
          'The user does not have the permission to use the API.',
        ),
      },
    ],
    outcome: { error: { kind: 'permission', code: 'NOT_AUTHORIZED' } },
    simulator: {
      never: 'The simulator knows one user, who may do everything.',
    },
  },
  {
    id: 'was-webapp-out-of-scope',
    kind: 'oddity',
    oddities: [67],
    title: 'a web app that does not exist or is out of scope',
    sources: [
      notification('Permissions, last line', '41'),
      undocumented('the code OBJECT_NOT_FOUND is second-hand'),
    ],
    call: client => client.webApps.get('99'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/99'),
        answer: refused(200, 'OBJECT_NOT_FOUND', 'No web app with id 99.'),
      },
    ],
    outcome: {
      error: { kind: 'notFound', status: 200, code: 'OBJECT_NOT_FOUND' },
    },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-401',
    kind: 'call',
    title: 'wrong credentials under /qps',
    sources: [wasDocumentation('Response codes, INVALID_CREDENTIALS')],
    call: client => client.webApps.get('1234'),
    exchanges: [
      {
        request: {
          ...qpsBare('GET', '3.0/get/was/webapp/1234'),
          authenticated: false,
        },
        answer: refused(
          401,
          'INVALID_CREDENTIALS',
          'User authentication failed.',
        ),
      },
    ],
    outcome: {
      error: {
        kind: 'authentication',
        status: 401,
        code: 'INVALID_CREDENTIALS',
      },
    },
    simulator: {},
  },
];

const notSent: ContractCase[] = [
  {
    id: 'was-webapp-override-neither',
    kind: 'oddity',
    oddities: [35],
    title: 'a default DNS override without id and name is not sent',
    sources: [notification('Input Parameters', '45-50')],
    call: client => client.webApps.update('1234', { defaultDnsOverride: {} }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'defaultDnsOverride' } },
    simulator: NOTHING,
  },
  {
    id: 'was-webapp-cancel-twice',
    kind: 'oddity',
    oddities: [36],
    title: 'two ways to cancel scans are not sent',
    sources: [notification('XSD Update, WebAppConfig', '211-216')],
    call: client =>
      client.webApps.update('1234', {
        cancelScansAfterNHours: 4,
        cancelScansAt: '10:00',
      }),
    exchanges: [],
    outcome: { error: { kind: 'invalid', path: 'cancelScansAt' } },
    simulator: NOTHING,
  },
];

/** What a client has to bear with web apps. */
export const webAppOddityCases: ContractCase[] = [
  ...inWas(bothWays),
  ...notSent,
];

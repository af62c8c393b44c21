import type { ContractCase } from '../../contractCase';
import { dataOf, qpsBare, qpsPost, type QpsCase } from '../../dialects';
import { wasDocument } from './documents';
import { inWas } from './inWas';
import { holdingWebApp } from './simulated';

const cases: QpsCase[] = [
  {
    id: 'was-webapp-get-post',
    kind: 'oddity',
    oddities: [34],
    title:
      'where GET is not known (405), POST without a body, as in the sample',
    sources: [
      wasDocument(
        'Sample - Get details of default DNS override for a web application',
        '153-154',
      ),
    ],
    call: async client => (await client.webApps.get('1234')).id,
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: { status: 405, json: undefined },
      },
      {
        request: qpsBare('POST', '3.0/get/was/webapp/1234'),
        answer: {
          status: 200,
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [{ WebApp: { id: 1234 } }],
            },
          },
        },
      },
    ],
    outcome: { value: '1234' },
    simulator: { never: 'The simulator takes both methods.' },
  },
  {
    id: 'was-webapp-override-by-name',
    kind: 'oddity',
    oddities: [35],
    title: 'a default DNS override by its name',
    sources: [wasDocument('Input Parameters', '45-50')],
    call: client =>
      client.webApps.update(
        '1234',
        { defaultDnsOverride: { name: 'eee' } },
        { keepCancelSettings: false },
      ),
    exchanges: [
      {
        request: qpsPost(
          '3.0/update/was/webapp/1234',
          dataOf({
            WebApp: { config: { defaultDnsOverride: { name: 'eee' } } },
          }),
        ),
        answer: {
          status: 200,
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [{ WebApp: { id: 1234 } }],
            },
          },
        },
      },
    ],
    outcome: { value: { id: '1234' } },
    simulator: holdingWebApp(),
  },
];

/** Other ways to make the calls of the samples. */
export const webAppVariantCases: ContractCase[] = inWas(cases);

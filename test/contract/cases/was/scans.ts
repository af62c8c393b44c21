import type { ContractCase } from '../../contractCase';
import {
  counted,
  found,
  qpsBare,
  qpsPost,
  searchOf,
  serviceResponse,
  type QpsCase,
} from '../../dialects';
import { wasDocumentation } from '../../documents';
import { inWas } from './inWas';
import { all } from '../cloudView/requests';
import { holdingScan } from './simulated';
import { wasDocument } from './documents';

const cases: QpsCase[] = [
  {
    id: 'was-scan-status',
    kind: 'call',
    calls: [6],
    oddities: [34, 37],
    title: 'a scan whose results are being processed, by GET',
    sources: [
      wasDocument(
        'Added a New Scan Status "PROCESSING" for WAS Scans',
        '253-280',
        'The method POST, which carries nothing.',
      ),
    ],
    call: client => client.scans.status('1902350'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/status/was/wasscan/1902350'),
        answer: {
          status: 200,
          xml: serviceResponse(
            'was/wasscan.xsd',
            `<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<WasScan>
<id>1902350</id>
<status>PROCESSING</status>
</WasScan>
</data>`,
          ),
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [{ WasScan: { id: 1902350, status: 'PROCESSING' } }],
            },
          },
        },
      },
    ],
    outcome: { value: { id: '1902350', status: 'PROCESSING' } },
    simulator: holdingScan('PROCESSING'),
  },
  {
    id: 'was-scan-status-post',
    kind: 'oddity',
    oddities: [34],
    title:
      'where GET is not known (405), POST without a body, as in the sample',
    sources: [wasDocument('API request', '262-264')],
    call: client => client.scans.status('1902350'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/status/was/wasscan/1902350'),
        answer: { status: 405, json: undefined },
      },
      {
        request: qpsBare('POST', '3.0/status/was/wasscan/1902350'),
        answer: found([{ WasScan: { id: 1902350, status: 'PROCESSING' } }]),
      },
    ],
    outcome: { value: { id: '1902350', status: 'PROCESSING' } },
    simulator: { never: 'The simulator takes both methods.' },
  },
  {
    id: 'was-scan-finished',
    kind: 'call',
    title: 'a scan that is FINISHED and found no host: read with its results',
    sources: [wasDocumentation('Retrieve the Status of a Scan')],
    call: client => client.scans.status('1902350'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/status/was/wasscan/1902350'),
        answer: found([
          {
            WasScan: {
              id: 1902350,
              status: 'FINISHED',
              summary: { resultsStatus: 'NO_HOST_ALIVE', authStatus: 'NONE' },
            },
          },
        ]),
      },
    ],
    outcome: {
      value: {
        id: '1902350',
        status: 'FINISHED',
        resultsStatus: 'NO_HOST_ALIVE',
        authStatus: 'NONE',
      },
    },
    simulator: holdingScan('FINISHED', 'NO_HOST_ALIVE'),
  },
  {
    id: 'was-scan-search',
    kind: 'call',
    title: 'the scans of a web app',
    sources: [wasDocumentation('Search Scans')],
    call: client =>
      all(
        client.scans.search({
          filters: [{ field: 'webApp.id', operator: 'EQUALS', value: '1234' }],
        }),
      ),
    exchanges: [
      {
        request: qpsPost(
          '3.0/search/was/wasscan',
          searchOf(100, [
            { field: 'webApp.id', operator: 'EQUALS', value: '1234' },
          ]),
        ),
        answer: found(
          [
            {
              WasScan: {
                id: 1902350,
                name: 'Scan',
                type: 'VULNERABILITY',
                mode: 'API',
                launchedDate: '2021-01-13T05:17:58Z',
                status: 'FINISHED',
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
          id: '1902350',
          name: 'Scan',
          type: 'VULNERABILITY',
          mode: 'API',
          launchedDate: '2021-01-13T05:17:58.000Z',
          status: 'FINISHED',
        },
      ],
    },
    simulator: holdingScan('FINISHED', 'CANCELED_WITH_RESULTS'),
  },
  {
    id: 'was-scan-count',
    kind: 'call',
    title: 'how many scans run',
    sources: [wasDocumentation('Count Scans')],
    call: client =>
      client.scans.count([
        { field: 'status', operator: 'EQUALS', value: 'RUNNING' },
      ]),
    exchanges: [
      {
        request: qpsPost('3.0/count/was/wasscan', {
          json: {
            ServiceRequest: {
              filters: {
                Criteria: [
                  { field: 'status', operator: 'EQUALS', value: 'RUNNING' },
                ],
              },
            },
          },
        }),
        answer: counted(1),
      },
    ],
    outcome: { value: 1 },
    simulator: holdingScan('RUNNING'),
  },
  {
    id: 'was-scan-get',
    kind: 'call',
    title: 'a scan with its web app and its results',
    sources: [wasDocumentation('Get Scan Details')],
    call: client => client.scans.get('1902350'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/wasscan/1902350'),
        answer: found([
          {
            WasScan: {
              id: 1902350,
              name: 'Scan',
              reference: 'was/1412697001370.1789435',
              type: 'VULNERABILITY',
              mode: 'API',
              target: {
                webApp: {
                  id: 1234,
                  name: 'My Web Application5',
                  url: 'http://mywebapp.com',
                },
              },
              launchedDate: '2021-01-13T05:17:58Z',
              status: 'FINISHED',
              summary: {
                resultsStatus: 'CANCELED_WITH_RESULTS',
                authStatus: 'NONE',
              },
            },
          },
        ]),
      },
    ],
    outcome: {
      value: {
        id: '1902350',
        name: 'Scan',
        reference: 'was/1412697001370.1789435',
        type: 'VULNERABILITY',
        mode: 'API',
        webApp: {
          id: '1234',
          name: 'My Web Application5',
          url: 'http://mywebapp.com',
        },
        launchedDate: '2021-01-13T05:17:58.000Z',
        status: 'FINISHED',
        resultsStatus: 'CANCELED_WITH_RESULTS',
        authStatus: 'NONE',
      },
    },
    simulator: holdingScan('FINISHED', 'CANCELED_WITH_RESULTS'),
  },
];

/** The calls on scans. */
export const scanCases: ContractCase[] = inWas(cases);

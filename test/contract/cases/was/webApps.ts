import type { ContractCase } from '../../contractCase';
import {
  qpsBare,
  qpsPost,
  serviceResponse,
  type QpsCase,
} from '../../dialects';
import { wasDocument } from './documents';
import { inWas } from './inWas';
import { holdingWebApp } from './simulated';

const cases: QpsCase[] = [
  {
    id: 'was-webapp-create',
    kind: 'call',
    calls: [3],
    oddities: [35, 38],
    title: 'a web app with a default DNS override; CDATA between line breaks',
    sources: [
      wasDocument(
        'Sample - Set default DNS override for a web application',
        '52-108',
      ),
    ],
    call: client =>
      client.webApps.create({
        name: 'My Web Application5',
        url: 'http://mywebapp.com',
        defaultDnsOverride: { id: '14620' },
      }),
    exchanges: [
      {
        request: qpsPost('3.0/create/was/webapp', {
          xml: `<ServiceRequest>
<data>
<WebApp>
<name><![CDATA[My Web Application5]]></name>
<url><![CDATA[http://mywebapp.com]]></url>
<config>
<defaultDnsOverride>
<id>14620</id>
</defaultDnsOverride>
</config>
</WebApp>
</data>
</ServiceRequest>`,
          json: {
            ServiceRequest: {
              data: {
                WebApp: {
                  name: 'My Web Application5',
                  url: 'http://mywebapp.com',
                  config: { defaultDnsOverride: { id: 14620 } },
                },
              },
            },
          },
        }),
        answer: {
          status: 200,
          xml: serviceResponse(
            'was/webapp.xsd',
            `<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<WebApp>
<id>14321734</id>
<name>
<![CDATA[My Web Application5]]>
</name>
<url>
<![CDATA[http://mywebapp.com]]>
</url>
<config>
<defaultDnsOverride>
<id>14620</id>
<name>
<![CDATA[eee]]>
</name>
</defaultDnsOverride>
</config>
<crawlingScripts>
<count>0</count>
</crawlingScripts>
</WebApp>
</data>`,
          ),
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [
                {
                  WebApp: {
                    id: 14321734,
                    name: 'My Web Application5',
                    url: 'http://mywebapp.com',
                    config: { defaultDnsOverride: { id: 14620, name: 'eee' } },
                    crawlingScripts: { count: 0 },
                  },
                },
              ],
            },
          },
        },
      },
    ],
    outcome: { value: { id: '14321734' } },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-update',
    kind: 'call',
    calls: [4],
    oddities: [33],
    title: 'another default DNS override; the answer is about another id',
    sources: [
      wasDocument(
        'Sample - Update default DNS override record for a web application',
        '109-147',
      ),
    ],
    call: client =>
      client.webApps.update(
        '1234',
        { defaultDnsOverride: { id: '14620' } },
        { keepCancelSettings: false },
      ),
    exchanges: [
      {
        request: qpsPost('3.0/update/was/webapp/1234', {
          xml: `<ServiceRequest>
<data>
<WebApp>
<config>
<defaultDnsOverride>
<id>14620</id>
</defaultDnsOverride>
</config>
</WebApp>
</data>
</ServiceRequest>`,
          json: {
            ServiceRequest: {
              data: {
                WebApp: { config: { defaultDnsOverride: { id: 14620 } } },
              },
            },
          },
        }),
        answer: {
          status: 200,
          xml: serviceResponse(
            'was/webapp.xsd',
            `<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<WebApp>
<id>14321734</id>
</WebApp>
</data>`,
          ),
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [{ WebApp: { id: 14321734 } }],
            },
          },
        },
      },
    ],
    outcome: { value: { id: '14321734' } },
    simulator: holdingWebApp(),
  },
  {
    id: 'was-webapp-get',
    kind: 'call',
    calls: [5],
    oddities: [33, 34],
    title: 'a web app with its default DNS override, by GET',
    sources: [
      wasDocument(
        'Sample - Get details of default DNS override for a web application',
        '149-178',
        'The method POST, which carries nothing.',
      ),
    ],
    call: client => client.webApps.get('1234'),
    exchanges: [
      {
        request: qpsBare('GET', '3.0/get/was/webapp/1234'),
        answer: {
          status: 200,
          xml: serviceResponse(
            'was/webapp.xsd',
            `<responseCode>SUCCESS</responseCode>
<count>1</count>
<data>
<WebApp>
<id>14321734</id>
<config>
<defaultDnsOverride>
<id>10820</id>
<name><![CDATA[Demo-updated3]]></name>
</defaultDnsOverride>
</config>
<crawlingScripts>
<count>0</count>
</crawlingScripts>
</WebApp>
</data>`,
          ),
          json: {
            ServiceResponse: {
              responseCode: 'SUCCESS',
              count: 1,
              data: [
                {
                  WebApp: {
                    id: 14321734,
                    config: {
                      defaultDnsOverride: { id: 10820, name: 'Demo-updated3' },
                    },
                    crawlingScripts: { count: 0 },
                  },
                },
              ],
            },
          },
        },
      },
    ],
    outcome: {
      value: {
        id: '14321734',
        config: { defaultDnsOverride: { id: '10820', name: 'Demo-updated3' } },
      },
    },
    simulator: holdingWebApp(),
  },
];

/** The calls and samples on web apps. */
export const webAppCases: ContractCase[] = inWas(cases);

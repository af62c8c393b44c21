// The objects of Web Application Scanning 3.0 as its schemas describe them: the
// fields that an answer may hold besides those of a sample, and their types in
// JSON.

import type { QpsExchange } from '../../dialects';

// Recorded answers write booleans as texts in places.
const FLAG = 'boolean|string';

const kept = {
  owner: 'object',
  tags: 'object',
  comments: 'object',
  createdBy: 'object',
  createdDate: 'string',
  updatedBy: 'object',
  updatedDate: 'string',
};

/** `WebApp`. */
const webApp = {
  ...kept,
  name: 'string',
  url: 'string',
  scope: 'string',
  uris: 'object',
  attributes: 'object',
  defaultProfile: 'object',
  defaultScanner: 'object',
  config: 'object',
  authRecords: 'object',
  dnsOverrides: 'object',
  crawlingScripts: 'object',
  isScheduled: FLAG,
  lastScan: 'object',
};

/** `WasScan`. */
const wasScan = {
  name: 'string',
  reference: 'string',
  type: 'string',
  mode: 'string',
  multi: FLAG,
  target: 'object',
  profile: 'object',
  options: 'object',
  dnsOverride: 'object',
  cancelAfterNHours: 'number',
  cancelTime: 'string',
  progressiveScanning: FLAG,
  sendMail: FLAG,
  launchedDate: 'string',
  launchedBy: 'object',
  status: 'string',
  endScanDate: 'string',
  scanDuration: 'number',
  summary: 'object',
};

/** `DnsOverride`. */
const dnsOverride = { ...kept, name: 'string', mappings: 'object' };

/** What an answer with web apps, scans or DNS overrides may hold besides. */
export const besides: QpsExchange['mayAlsoHold'] = {
  ServiceResponse: { hasMoreRecords: FLAG, lastId: 'number' },
  'ServiceResponse.data[].WebApp': webApp,
  'ServiceResponse.data[].WebApp.config': {
    cancelScansAfterNHours: 'number',
    cancelScansAt: 'string',
    defaultAuthRecord: 'object',
    defaultDnsOverride: 'object',
  },
  'ServiceResponse.data[].WebApp.lastScan': {
    name: 'string',
    date: 'string',
    summary: 'object',
  },
  'ServiceResponse.data[].WebApp.dnsOverrides.list[].DnsOverride': {
    name: 'string',
  },
  'ServiceResponse.data[].WasScan': wasScan,
  'ServiceResponse.data[].WasScan.summary': {
    crawlDuration: 'number',
    testDuration: 'number',
    linksCrawled: 'number',
    nbRequests: 'number',
    os: 'string',
  },
  'ServiceResponse.data[].WasScan.target': {
    webAppAuthRecord: 'object',
    scannerAppliance: 'object',
    cancelOption: 'string',
  },
  'ServiceResponse.data[].DnsOverride': dnsOverride,
  'ServiceResponse.data[].DnsOverride.comments.list[].Comment': {
    author: 'object',
    createdDate: 'string',
  },
};

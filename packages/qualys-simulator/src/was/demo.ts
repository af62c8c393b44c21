import type { ScanRecord } from './scan';

/** What is settled about a web app before anything is left to chance. */
export interface WebAppTraits {
  team: string;
  service: string;
  environment: string;
  name: string;
  url: string;
  /** Where its default DNS override leads; none without it. */
  address?: string;
  /** Where a second DNS override leads that is assigned to it; none without it. */
  spareAddress?: string;
  /** Whether it has an authentication record. */
  signsIn?: boolean;
  cancels?: { cancelScansAfterNHours?: number; cancelScansAt?: string };
  /** How many scans it has had, 4 at most. */
  scans?: number;
  /** How the last of them ended. */
  lastScan?: Pick<ScanRecord, 'status' | 'resultsStatus' | 'authStatus'>;
}

const GOOD = {
  status: 'FINISHED',
  resultsStatus: 'SUCCESSFUL',
  authStatus: 'SUCCESSFUL',
};

/** The web apps that a demo can count on, for any seed. */
export const DEMO_WEB_APPS: readonly (WebAppTraits &
  Required<Pick<WebAppTraits, 'scans' | 'lastScan'>>)[] = [
  {
    team: 'payments',
    service: 'checkout',
    environment: 'prod',
    name: 'Checkout',
    url: 'https://checkout.example.com',
    address: '203.0.113.17',
    spareAddress: '203.0.113.18',
    signsIn: true,
    cancels: { cancelScansAfterNHours: 6 },
    scans: 4,
    lastScan: GOOD,
  },
  {
    team: 'payments',
    service: 'ledger',
    environment: 'prod',
    name: 'Ledger',
    url: 'https://ledger.internal.example.com',
    signsIn: true,
    cancels: {},
    scans: 3,
    lastScan: { ...GOOD, authStatus: 'FAILED' },
  },
  {
    team: 'storefront',
    service: 'web',
    environment: 'prod',
    name: 'Web shop',
    url: 'https://www.example.com',
    address: '203.0.113.40',
    signsIn: false,
    cancels: { cancelScansAt: '05:30' },
    scans: 4,
    lastScan: { ...GOOD, authStatus: 'NONE' },
  },
  {
    team: 'storefront',
    service: 'web',
    environment: 'staging',
    name: 'Web shop (staging)',
    url: 'https://www.staging.example.com',
    address: '203.0.113.41',
    signsIn: true,
    cancels: {},
    scans: 2,
    lastScan: {
      status: 'FINISHED',
      resultsStatus: 'CANCELED_WITH_RESULTS',
      authStatus: 'PARTIAL',
    },
  },
  {
    team: 'storefront',
    service: 'search',
    environment: 'prod',
    name: 'Product search',
    url: 'https://search.example.com',
    signsIn: false,
    cancels: {},
    scans: 0,
    lastScan: { ...GOOD, authStatus: 'NONE' },
  },
  {
    team: 'logistics',
    service: 'tracking',
    environment: 'prod',
    name: 'Parcel tracking',
    url: 'https://tracking.example.com',
    signsIn: false,
    cancels: {},
    scans: 3,
    lastScan: { ...GOOD, authStatus: 'NONE' },
  },
  {
    team: 'logistics',
    service: 'warehouse',
    environment: 'prod',
    name: 'Warehouse desk',
    url: 'https://warehouse.internal.example.com',
    signsIn: true,
    cancels: { cancelScansAfterNHours: 8 },
    scans: 2,
    lastScan: {
      status: 'FINISHED',
      resultsStatus: 'NO_WEB_SERVICE',
      authStatus: 'NOT_USED',
    },
  },
];

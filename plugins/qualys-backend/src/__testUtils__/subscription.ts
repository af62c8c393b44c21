import { DEFAULT_REMOVAL_BOUNDS, type SubscriptionConfig } from '../config';

/** A subscription as the configuration has it, on a platform of its own. */
export const SUBSCRIPTION: SubscriptionConfig = {
  id: 'main',
  title: 'Example Corp',
  platform: 'private',
  urls: {
    api: 'https://qualysapi.example.com',
    gateway: 'https://qualysgateway.example.com',
    cloudView: 'https://qualysguard.example.com',
  },
  credentials: { username: 'u', password: 'p' },
  createThrough: 'assetManagement',
  clouds: ['AWS', 'AZURE', 'GCP'],
  feeds: ['assetManagement', 'cloudView'],
  cloudViewFullSeconds: 6 * 3600,
  schedule: { frequency: { minutes: 30 }, timeout: { minutes: 10 } },
  removals: DEFAULT_REMOVAL_BOUNDS,
};

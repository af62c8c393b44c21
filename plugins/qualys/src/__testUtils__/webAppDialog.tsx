import type {
  BoundWebApp,
  ClaimedWebApp,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../api';
import { WebAppsCard } from '../entity/webApps/WebAppsCard';
import { component, summary } from './fixtures';
import { renderOnEntity } from './render';
import {
  acceptedWebApp,
  scanList,
  webApp,
  webAppChoices,
  WEB_APP_ID,
} from './webAppFixtures';

export interface WebAppCardOptions {
  webApp?: BoundWebApp;
  scans?: WebAppScanList;
  /** All claims of the entity, in place of the one on the web app. */
  claims?: ClaimedWebApp[];
  api?: Partial<QualysApi>;
  /** The names of the permissions that are refused. */
  denied?: string[];
}

/** Renders the card of an entity with one web app, or with other claims. */
export function renderWebAppsCard(options: WebAppCardOptions = {}) {
  const app = options.webApp ?? webApp();
  const scans = options.scans ?? scanList();
  const updateWebApp = jest.fn<
    Promise<BoundWebApp>,
    Parameters<QualysApi['updateWebApp']>
  >(async () => ({ ...app, version: 'w2' }));
  const getWebAppScans = jest.fn(async () => scans);
  const { toast } = renderOnEntity(
    <WebAppsCard />,
    component({ 'qualys.com/web-apps': WEB_APP_ID }),
    {
      denied: options.denied,
      api: {
        getEntitySummary: async () =>
          summary({ webApps: options.claims ?? [acceptedWebApp(app, scans)] }),
        getWebApp: async () => app,
        getWebAppScans,
        getWebAppChoices: async () => webAppChoices(),
        updateWebApp,
        ...options.api,
      },
    },
  );
  return { updateWebApp, getWebAppScans, toast };
}

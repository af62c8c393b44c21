import type {
  BoundWebApp,
  CreatedWebApp,
  ScanCancelInput,
  ScanLaunchInput,
  WebAppChoices,
  WebAppCreateInput,
  WebAppScanList,
  WebAppUpdateInput,
} from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysReadOptions,
  QualysRequestOptions,
} from './requests';
import { freshly, objectPath, type Transport } from './transport';

/**
 * Web apps and their scans.
 *
 * @public
 */
export interface QualysWebAppsApi {
  /** A web app that is bound to an entity, as Qualys told it last. */
  getWebApp(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<BoundWebApp>;

  /** What the forms of a web app can choose from. */
  getWebAppChoices(
    object: BoundObject,
    options?: QualysRequestOptions,
  ): Promise<WebAppChoices>;

  /**
   * Changes settings of a web app; only those that are given.
   *
   * @param version - that of the state that the change is made from; where it
   * has changed, the error is `preconditionFailed` with `current`
   */
  updateWebApp(
    object: BoundObject,
    version: string,
    update: WebAppUpdateInput,
    options?: QualysRequestOptions,
  ): Promise<BoundWebApp>;

  /** The last scans of a web app, newest first. */
  getWebAppScans(
    object: BoundObject,
    options?: QualysReadOptions,
  ): Promise<WebAppScanList>;

  /**
   * Launches a scan of a web app: an active test of a live site.
   *
   * @param version - that of the last list of scans; where there is a newer
   * scan, the error is `preconditionFailed` with `current`
   */
  launchScan(
    object: BoundObject,
    version: string,
    scan: ScanLaunchInput,
    options?: QualysRequestOptions,
  ): Promise<WebAppScanList>;

  /** Cancels a scan of a web app that has not come to its end. */
  cancelScan(
    object: BoundObject,
    version: string,
    scanId: string,
    why: ScanCancelInput,
    options?: QualysRequestOptions,
  ): Promise<WebAppScanList>;

  /** Creates a web app in a subscription, and binds it to an entity. */
  createWebApp(
    subscription: string,
    webApp: WebAppCreateInput,
    options?: QualysRequestOptions,
  ): Promise<CreatedWebApp>;
}

/** The same over HTTP. */
export function webAppsCalls({ call }: Transport): QualysWebAppsApi {
  return {
    getWebApp: (object, options) =>
      call({
        path: objectPath('web-apps', object),
        answer: 'boundWebAppSchema',
        ...freshly(options),
      }),

    getWebAppChoices: (object, options) =>
      call({
        path: [...objectPath('web-apps', object), 'choices'],
        answer: 'webAppChoicesSchema',
        ...options,
      }),

    updateWebApp: (object, version, update, options) =>
      call({
        method: 'PATCH',
        path: objectPath('web-apps', object),
        ifMatch: version,
        body: update,
        answer: 'boundWebAppSchema',
        ...options,
      }),

    getWebAppScans: (object, options) =>
      call({
        path: [...objectPath('web-apps', object), 'scans'],
        answer: 'webAppScanListSchema',
        ...freshly(options),
      }),

    launchScan: (object, version, scan, options) =>
      call({
        method: 'POST',
        path: [...objectPath('web-apps', object), 'scans'],
        ifMatch: version,
        body: scan,
        answer: 'webAppScanListSchema',
        ...options,
      }),

    cancelScan: (object, version, scanId, why, options) =>
      call({
        method: 'POST',
        path: [...objectPath('web-apps', object), 'scans', scanId, 'cancel'],
        ifMatch: version,
        body: why,
        answer: 'webAppScanListSchema',
        ...options,
      }),

    createWebApp: (subscription, webApp, options) =>
      call({
        method: 'POST',
        path: ['web-apps', subscription],
        body: webApp,
        answer: 'createdWebAppSchema',
        ...options,
      }),
  };
}

import {
  cancelSettingNames,
  webAppChanges,
  webAppSettingsAfter,
  webAppSettingsOf,
  type BoundWebApp,
  type WebAppEditableSettings,
} from 'backstage-plugin-qualys-common';
import type { QualysClient } from 'qualys-client';
import type { WebAppChanges } from 'qualys-model';
import { InvalidRequestError } from '../errors';
import { TAKEN_BUT_UNREAD, type SettingsPlan } from '../settings';
import { webAppVersionOf, type WebAppKey, type WebAppReads } from './reads';

/** What the plans of web apps work with. */
export interface WebAppPlanDeps {
  key: WebAppKey;
  qualys: Pick<QualysClient, 'webApps' | 'scans'>;
  reads: WebAppReads;
}

/**
 * What is said to Qualys. A change of the defaults of scans names the time at
 * which they are canceled even where it stays: Qualys is said to forget it
 * otherwise.
 */
function changesToSend(
  settings: WebAppEditableSettings,
  changed: ReadonlySet<string>,
): WebAppChanges {
  const { name, defaultDnsOverride, ...cancel } = settings;
  const touchesConfig = ['defaultDnsOverride', ...cancelSettingNames].some(
    each => changed.has(each),
  );
  return {
    ...(changed.has('name') && { name }),
    ...(touchesConfig && cancel),
    ...(changed.has('defaultDnsOverride') && {
      defaultDnsOverride: { id: defaultDnsOverride!.id },
    }),
  };
}

/**
 * Only what is assigned to the web app may be its default, which Qualys
 * refuses, too. Where Qualys does not say what is assigned, it alone knows.
 */
function requireAssigned(webApp: BoundWebApp, { id }: { id: string }): void {
  const { dnsOverrides } = webApp;
  if (dnsOverrides?.every(assigned => assigned.id !== id)) {
    throw new InvalidRequestError([
      {
        path: 'body.settings.defaultDnsOverride.id',
        message:
          'must be one of the DNS overrides that are assigned to the web app',
      },
    ]);
  }
}

/** Changes the settings of a web app. */
export function planUpdate(
  { key, qualys, reads }: WebAppPlanDeps,
  current: BoundWebApp,
  wanted: WebAppChanges,
): SettingsPlan<BoundWebApp> {
  const before = webAppSettingsOf(current);
  const settings = webAppSettingsAfter(before, wanted, current.dnsOverrides);
  const changes = webAppChanges(before, settings);
  const changed = new Set(changes.map(({ setting }) => setting));
  if (changed.has('defaultDnsOverride')) {
    requireAssigned(current, settings.defaultDnsOverride!);
  }
  const holds = (webApp: BoundWebApp) =>
    webAppChanges(webAppSettingsOf(webApp), settings).every(
      ({ setting }) => !changed.has(setting),
    );
  return {
    changes,
    settings,
    async send() {
      await qualys.webApps.update(key.id, changesToSend(settings, changed), {
        // What it is was read just now.
        keepCancelSettings: false,
      });
      try {
        return await reads.webAppNow(key);
      } catch {
        await reads.forget(key);
        const { name, ...config } = settings;
        const after = {
          ...current,
          name,
          config: { ...current.config, ...config },
        };
        return {
          ...after,
          version: webAppVersionOf(after),
          staleBecause: TAKEN_BUT_UNREAD,
        };
      }
    },
    async lookAgain() {
      const state = await reads.webAppNow(key);
      return { done: holds(state), state };
    },
    lost: () => reads.forget(key),
  };
}

import { ConflictError } from '@backstage/errors';
import {
  QUALYS_WEB_APPS_ANNOTATION,
  type BoundWebApp,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import type { QualysClient } from 'qualys-client';
import type { WebAppSettings } from 'qualys-model';
import { TAKEN_BUT_UNREAD, type SettingsPlan } from '../settings';
import { webAppVersionOf, type WebAppReads } from './reads';

/** What the creation of a web app works with. */
export interface CreationDeps {
  subscription: string;
  qualys: Pick<QualysClient, 'webApps'>;
  reads: WebAppReads;
}

/** A web app before Qualys has made it, and what is known of it then. */
export function unmade(
  subscription: string,
  { name, url }: WebAppSettings,
): BoundWebApp {
  const webApp = { id: '', name, url };
  return {
    ...webApp,
    subscription,
    version: webAppVersionOf(webApp),
    asOf: new Date().toISOString(),
  };
}

/** The ids of the web apps that have the name and the address of another one. */
export async function findSame(
  { qualys }: Pick<CreationDeps, 'qualys'>,
  { name, url }: WebAppSettings,
): Promise<string[]> {
  const found: string[] = [];
  const list = qualys.webApps.search({
    filters: [
      { field: 'name', operator: 'EQUALS', value: name },
      { field: 'url', operator: 'EQUALS', value: url },
    ],
  });
  for await (const webApp of list) {
    // A filter that was not heeded lets others in.
    if (webApp.name === name && webApp.url === url) found.push(webApp.id);
  }
  return found;
}

/**
 * Creates a web app. Qualys is not said to refuse a second one of the same name
 * and address, so that a request that comes twice is refused here.
 *
 * @param known - the ids of those that have the same name and address
 */
export function planCreation(
  { subscription, qualys, reads }: CreationDeps,
  { settings, known }: { settings: WebAppSettings; known: readonly string[] },
): SettingsPlan<BoundWebApp> {
  if (known.length > 0) {
    throw new ConflictError(
      `There is a web app of this name and address already: ${known.join(
        ', ',
      )}. To bind it to the entity, let the entity name its id in the annotation ${QUALYS_WEB_APPS_ANNOTATION} and accept that claim`,
    );
  }
  let made: string | undefined;
  const readBack = async (id: string): Promise<BoundWebApp> => {
    try {
      return await reads.webAppNow({ subscription, id });
    } catch {
      const { name, url, tags: _, ...config } = settings;
      const { defaultDnsOverride: override } = config;
      const webApp = {
        id,
        name,
        url,
        config: {
          ...config,
          defaultDnsOverride: override?.id ? { id: override.id } : undefined,
        },
      };
      return {
        ...webApp,
        subscription,
        version: webAppVersionOf(webApp),
        asOf: new Date().toISOString(),
        staleBecause: TAKEN_BUT_UNREAD,
      };
    }
  };
  return {
    changes: Object.entries(settings).flatMap(([setting, after]) =>
      after === undefined
        ? []
        : [{ setting, effect: 'widening', after } satisfies SettingChange],
    ),
    settings,
    made: () => made,
    async send() {
      ({ id: made } = await qualys.webApps.create(settings));
      return readBack(made);
    },
    async lookAgain() {
      [made] = await findSame({ qualys }, settings);
      // Whoever tried again too soon would have two.
      if (!made) throw new Error('The web app may still be on its way');
      return { done: true, state: await readBack(made) };
    },
  };
}

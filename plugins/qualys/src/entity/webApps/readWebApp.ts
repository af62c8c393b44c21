import type {
  BoundWebApp,
  WebAppChoices,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../api/QualysApi';

/** What the form of a web app begins with. */
export interface ForEditing {
  webApp: BoundWebApp;
  choices: WebAppChoices;
}

/** What the form that launches a scan begins with. */
export interface ForLaunching {
  scans: WebAppScanList;
  choices: WebAppChoices;
}

/** Reads a web app as Qualys has it just now, and what its form can choose from. */
export async function readForEditing(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<ForEditing> {
  const [webApp, choices] = await Promise.all([
    api.getWebApp(object, { ...options, fresh: true }),
    api.getWebAppChoices(object, options),
  ]);
  return { webApp, choices };
}

/** Reads the scans of a web app as they are just now, and what a new one can choose from. */
export async function readForLaunching(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<ForLaunching> {
  const [scans, choices] = await Promise.all([
    api.getWebAppScans(object, { ...options, fresh: true }),
    api.getWebAppChoices(object, options),
  ]);
  return { scans, choices };
}

/** Reads the scans of a web app as they are just now. */
export function readScans(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<WebAppScanList> {
  return api.getWebAppScans(object, { ...options, fresh: true });
}

/** A web app as an error carries it; nothing where it cannot be read. */
export async function currentWebApp(
  current: unknown,
): Promise<BoundWebApp | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { boundWebAppSchema } = await import('../../api/schemas');
  return boundWebAppSchema.safeParse(current).data;
}

/** The scans of a web app as an error carries them; nothing where they cannot be read. */
export async function currentScans(
  current: unknown,
): Promise<WebAppScanList | undefined> {
  const { webAppScanListSchema } = await import('../../api/schemas');
  return webAppScanListSchema.safeParse(current).data;
}

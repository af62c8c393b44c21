import type {
  ConnectorRequest,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';

/**
 * The settings that tell what Qualys signs in to: what was handed over for it
 * is nothing to another one, and the portal wipes it when one of them changes.
 */
const OF_ACCESS = [
  'account',
  'partition',
  'applicationId',
  'directoryId',
] as const satisfies readonly (keyof RequestDraftSettings)[];

type Access = Pick<ConnectorRequest, 'access'>;
type Asked = Pick<ConnectorRequest, 'access' | 'settings'>;

/** Whether what Qualys signs in with is handed over already. */
export function isAccessHeld({ access }: Access): boolean {
  return access.arn !== undefined || access.keyHeld;
}

/** The changes that have what was handed over wiped; none where nothing was. */
export function wipingChanges(
  request: Asked,
  settings: RequestDraftSettings,
): (keyof RequestDraftSettings)[] {
  return isAccessHeld(request)
    ? OF_ACCESS.filter(name => request.settings[name] !== settings[name])
    : [];
}

/** The settings, but for the changes that have what was handed over wiped. */
export function withoutWiping(
  request: Asked,
  settings: RequestDraftSettings,
): RequestDraftSettings {
  const kept = Object.fromEntries(
    wipingChanges(request, settings).map(name => [
      name,
      request.settings[name],
    ]),
  );
  return { ...settings, ...kept };
}

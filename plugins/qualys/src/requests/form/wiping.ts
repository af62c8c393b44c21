import {
  requestTargetChanges,
  type ConnectorRequest,
  type RequestDraftSettings,
  type RequestTargetSetting,
} from 'backstage-plugin-qualys-common';

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
): RequestTargetSetting[] {
  return isAccessHeld(request)
    ? requestTargetChanges(request.settings, settings)
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

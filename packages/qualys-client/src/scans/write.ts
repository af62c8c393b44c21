import type { ScanSettings } from 'qualys-model';
import { wireId, type QpsValue } from '../qps';

const reference = (object?: { id: string }) =>
  object && { id: wireId(object.id) };

/** A scan that is launched, as `WasScan` of the WAS API 3.0. */
export function scanData(settings: ScanSettings): { [name: string]: QpsValue } {
  const { authRecord, scannerAppliance } = settings;
  return {
    name: settings.name,
    type: settings.type,
    target: {
      webApp: reference(settings.webApp),
      webAppAuthRecord:
        authRecord === 'default' ? { isDefault: true } : reference(authRecord),
      scannerAppliance,
      cancelOption: settings.cancelOption,
    },
    profile: reference(settings.profile),
    dnsOverride: reference(settings.dnsOverride),
    cancelAfterNHours: settings.cancelAfterNHours,
    cancelTime: settings.cancelTime,
  };
}

import type { BoundWebApp } from 'backstage-plugin-qualys-common';
import type { WebAppConfig } from 'qualys-model';
import type { Translate } from '../../translation';
import type { Property } from '../details/Properties';
import { referenceInWords } from './ScanDetails';

/** When the scans of a web app are canceled, in words. */
function cancelInWords(
  { cancelScansAfterNHours: hours, cancelScansAt: time }: WebAppConfig,
  t: Translate,
): string {
  if (hours !== undefined) return t('webApps.cancelsAfter', { count: hours });
  return time ? t('webApps.cancelsAt', { time }) : t('webApps.cancelsNever');
}

/** What the scans of a web app do unless they say something else. */
export function webAppProperties(
  { config, dnsOverrides }: BoundWebApp,
  t: Translate,
): Property[] {
  const override = config?.defaultDnsOverride;
  // Where Qualys says nothing of it, nobody can tell.
  const none = dnsOverrides ? t('webApps.noOverride') : t('time.unknown');
  return [
    {
      name: t('webApps.setting.defaultDnsOverride'),
      value: referenceInWords(override, t) ?? none,
    },
    {
      name: t('webApps.cancels'),
      value: config ? cancelInWords(config, t) : t('time.unknown'),
    },
  ];
}

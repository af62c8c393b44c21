import type { WebAppChanges, WebAppConfig } from 'qualys-model';
import { referencesData, wireId, type QpsValue } from '../qps';

/** Whether a change touches the `config` of a web app. */
export function touchesConfig(changes: WebAppChanges): boolean {
  return (
    changes.defaultDnsOverride !== undefined ||
    changes.defaultAuthRecord !== undefined ||
    changes.cancelScansAfterNHours !== undefined ||
    changes.cancelScansAt !== undefined
  );
}

/** Whether a change says when scans are canceled. */
export function saysWhenToCancel(changes: WebAppChanges): boolean {
  return (
    changes.cancelScansAfterNHours !== undefined ||
    changes.cancelScansAt !== undefined
  );
}

/**
 * Settings of a web app, or changes to one, as `WebApp` of the WAS API 3.0.
 *
 * @param cancel - when scans are canceled, where the settings do not say
 */
export function webAppData(
  settings: WebAppChanges,
  cancel: Pick<WebAppConfig, 'cancelScansAfterNHours' | 'cancelScansAt'> = {},
): { [name: string]: QpsValue } {
  const {
    name,
    url,
    defaultDnsOverride: override,
    defaultAuthRecord,
  } = settings;
  const { cancelScansAfterNHours, cancelScansAt } = saysWhenToCancel(settings)
    ? settings
    : cancel;
  return {
    name,
    url,
    ...(touchesConfig(settings) && {
      config: {
        cancelScansAfterNHours,
        cancelScansAt,
        defaultAuthRecord: defaultAuthRecord && {
          id: wireId(defaultAuthRecord.id),
        },
        defaultDnsOverride:
          override &&
          (override.id === undefined
            ? { name: override.name }
            : { id: wireId(override.id) }),
      },
    }),
    tags: referencesData(settings.tags, 'Tag'),
  };
}

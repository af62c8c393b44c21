import type { PortalVersion } from 'qualys-model';
import { notUnderstood } from '../answers';
import type { CallOptions } from '../http';
import { isObject, qpsGetData, textOf, type Qps } from '../qps';

/**
 * What is asked of the portal itself.
 *
 * @public
 */
export interface Portal {
  /**
   * The versions of the parts of the platform: the cheapest call that tells
   * whether the credentials are good.
   *
   * Source: Qualys WAS API 3.0, "Know Your Portal Version".
   *
   * @param options - who waits for it, and a signal to give it up
   */
  version(options?: CallOptions): Promise<PortalVersion>;
}

function versionsOf(part: unknown): Record<string, string> {
  if (!isObject(part)) return {};
  return Object.fromEntries(
    Object.entries(part).flatMap(([name, value]) => {
      const version = name === '#text' ? undefined : textOf(value);
      return version === undefined ? [] : [[name, version]];
    }),
  );
}

function versionOf(data: unknown): PortalVersion {
  const [parts] = Array.isArray(data) ? data : [data];
  const known = ['Portal-Version', 'QWeb-Version'];
  if (!isObject(parts) || !known.some(name => Object.hasOwn(parts, name))) {
    throw notUnderstood(['ServiceResponse', 'data']);
  }
  return {
    portal: versionsOf(parts['Portal-Version']),
    qweb: versionsOf(parts['QWeb-Version']),
  };
}

/** The portal, on the `qps` dialect. */
export function portalResource(qps: Qps): Portal {
  return {
    version: async (options = {}) =>
      qpsGetData(
        qps,
        {
          path: '/qps/rest/portal/version',
          advice: {
            permission: 'Check that the user has the permission “API Access”.',
            notFound:
              'This path always exists on the API server: check that urls.api is the API server (qualysapi…).',
          },
        },
        options,
        versionOf,
      ),
  };
}

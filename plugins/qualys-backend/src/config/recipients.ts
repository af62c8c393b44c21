import type { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { normalizeOwnerRef } from 'backstage-plugin-qualys-node';
import { z } from 'zod';

/** What notifications can be about. */
export type NotificationSubject = 'claims' | 'keys' | 'removals' | 'requests';

// Who is told of everything that waits for somebody, and, before that, who
// is told of one thing only.
const COMMON_KEY = 'qualys.notify';
const OWN_KEYS: Partial<Record<NotificationSubject, string>> = {
  claims: 'qualys.bindings.notify',
  requests: 'qualys.requests.notify',
};

function readList(key: string, config: Config): string[] {
  const read = z.array(z.string()).safeParse(config.getOptional(key) ?? []);
  if (!read.success) {
    throw new InputError(
      `${key}: must be a list of entity references such as group:default/platform`,
    );
  }
  return read.data.map((recipient, index) => {
    try {
      return normalizeOwnerRef(recipient);
    } catch (error) {
      throw new InputError(`${key}.${index}: ${toError(error).message}`);
    }
  });
}

/**
 * Reads who is told of something that waits for somebody: `qualys.notify`,
 * or for claims `qualys.bindings.notify` and for requests
 * `qualys.requests.notify` where those are given.
 *
 * @returns groups and users as entity references
 * @throws InputError naming the key and what would be right
 */
export function readRecipients(
  config: Config,
  subject: NotificationSubject,
): string[] {
  const own = OWN_KEYS[subject];
  return readList(own && config.has(own) ? own : COMMON_KEY, config);
}

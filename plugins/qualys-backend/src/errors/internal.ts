import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { describeError } from './describe';

/**
 * Logs an error that is not known to be fit for callers, under an id.
 *
 * @param what - what failed, for the log
 * @returns what callers are told instead
 */
export function logInternal(
  logger: LoggerService,
  what: string,
  thrown: unknown,
): string {
  const id = randomUUID();
  logger.error(`${what} failed [${id}]: ${describeError(thrown)}`);
  return `internal error, logged as ${id}`;
}

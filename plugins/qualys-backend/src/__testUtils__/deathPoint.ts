import { subscribe } from 'node:diagnostics_channel';
import type { Knex } from 'knex';

// What provisioning writes to.
const WRITE =
  /^\s*(?:insert into|update|delete from)\s+[`"]?(?:connector_requests|connector_request_events|connector_placements|connectors|bindings|connector_credentials|mirror_state|mirror_generations)\b/i;
const COMMIT = /^\s*commit/i;

/**
 * Lets this process die at one of the points at which it can be broken off
 * while it provisions: right before and right after each of its writes, each
 * end of a transaction and each call to Qualys, counted from 1.
 */
export function dieAtPoint(nth: number, knex: Knex): void {
  let points = 0;
  let isDirty = false;
  // What is written at the start of a backend is none of it.
  let hasBegun = false;
  const point = () => {
    if (!hasBegun) return;
    points += 1;
    // Nothing of this process runs after that.
    if (points === nth) process.kill(process.pid, 'SIGKILL');
  };
  const isPoint = ({ sql }: { sql: string }) => {
    if (WRITE.test(sql)) {
      hasBegun ||= sql.includes('connector_requests');
      isDirty = true;
      return true;
    }
    return isDirty && COMMIT.test(sql);
  };
  knex.on('query', query => {
    if (isPoint(query)) point();
  });
  knex.on('query-response', (_answer: unknown, query: { sql: string }) => {
    if (!isPoint(query)) return;
    if (COMMIT.test(query.sql)) isDirty = false;
    point();
  });
  subscribe('undici:request:create', point);
  subscribe('undici:request:headers', point);
}

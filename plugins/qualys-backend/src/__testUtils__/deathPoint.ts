import { subscribe } from 'node:diagnostics_channel';
import type { Knex } from 'knex';

// What provisioning writes to.
const WRITE =
  /^\s*(?:insert into|update|delete from)\s+[`"]?(?:connector_requests|connector_request_events|connector_placements|connectors|bindings|connector_credentials|mirror_state|mirror_generations|settings_history)\b/i;
const COMMIT = /^\s*commit/i;
// Whoever looks for what is due leases it in the same breath.
const LEASE = /^\s*with [`"]?due\b.*\bupdate [`"]?connector_requests\b/is;

/**
 * Lets this process die at one of the points at which it can be broken off
 * while it provisions: right before and right after each of its writes, each
 * end of a transaction and each call to Qualys, counted from when it begins.
 *
 * @returns what says at which of them, counted from 1, once it begins the next
 */
export function createDeathPoint(knex: Knex): (nth: number) => void {
  let deadly = 0;
  let points = 0;
  let isDirty = false;

  const point = () => {
    // What is done before is none of it.
    if (points === 0) return;
    // Nothing of this process runs after that.
    if (points === deadly) process.kill(process.pid, 'SIGKILL');
    points += 1;
  };
  const isPoint = ({ sql }: { sql: string }) => {
    if (LEASE.test(sql)) return false;
    if (WRITE.test(sql)) {
      isDirty = true;
      return true;
    }
    return isDirty && COMMIT.test(sql);
  };
  knex.on('query', query => {
    if (isPoint(query)) point();
  });
  knex.on('query-response', (answer: unknown, query: { sql: string }) => {
    const isLeased =
      LEASE.test(query.sql) && Array.isArray(answer) && answer.length > 0;
    if (isLeased && deadly > 0) {
      points ||= 1;
      point();
    } else if (isPoint(query)) {
      if (COMMIT.test(query.sql)) isDirty = false;
      point();
    }
  });
  subscribe('undici:request:create', point);
  subscribe('undici:request:headers', point);
  return nth => {
    deadly = nth;
  };
}

import { json, type RequestHandler, type Response } from 'express';
import type { Clock } from '../core/clock';
import type { QualysHost } from '../core/host';
import { basicCredentials } from '../http/basicAuth';
import { callOf } from '../http/call';
import type { Journal, JournalEntry } from './journal';
import { redact, redactQuery } from './redact';

// Set when the answer is handed over and not when it has left, so that whoever
// has read the answer finds its status in the journal.
function onceAnswered(res: Response, then: () => void): void {
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.end = (...args: unknown[]) => {
    then();
    return end(...args);
  };
}

/** Writes every call into the journal; reads its body if that is JSON. */
export function keepJournal(
  host: QualysHost,
  journal: Journal,
  clock: Clock,
): RequestHandler[] {
  return [
    (req, res, next) => {
      const { method, path, query } = callOf(host, req);
      const user = basicCredentials(req.headers.authorization)?.username;
      const entry: JournalEntry = {
        at: new Date(clock.now()).toISOString(),
        host,
        method,
        path,
        query: redactQuery(query),
        status: null,
        ...(user === undefined ? {} : { user }),
      };
      journal.add(entry);
      res.locals.journalEntry = entry;
      onceAnswered(res, () => {
        entry.status = res.statusCode;
      });
      next();
    },
    json({ limit: '1mb' }),
    (req, res, next) => {
      if (req.is('json')) res.locals.journalEntry.body = redact(req.body);
      next();
    },
  ];
}

import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Clock } from '../core/clock';
import type { QualysHost } from '../core/host';
import { userOf } from './userOf';
import { callOf } from '../http/call';
import { onceAnswered } from '../http/onceAnswered';
import { READ_TYPES, readBody, unreadableStatus } from '../http/readBody';
import type { Journal, JournalEntry } from './journal';
import { redact, redactForm, redactQuery, redactXml } from './redact';

function bodyOf({ body }: Request): unknown {
  if (typeof body === 'string') return redactXml(body);
  return body instanceof FormData ? redactForm(body) : redact(body);
}

const keepBody: RequestHandler = (req, res, next) => {
  if (unreadableStatus(res) === undefined && req.is(READ_TYPES)) {
    res.locals.journalEntry.body = bodyOf(req);
  }
  next();
};

/** Writes every call into the journal, and reads its body. */
export function keepJournal(
  host: QualysHost,
  journal: Journal,
  clock: Clock,
): (RequestHandler | ErrorRequestHandler)[] {
  const keepCall: RequestHandler = (req, res, next) => {
    const { method, path, query } = callOf(host, req);
    const user = userOf(req.headers.authorization);
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
  };
  return [keepCall, ...readBody(), keepBody];
}

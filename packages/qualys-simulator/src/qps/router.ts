import { Router, type Request, type Response } from 'express';
import { basicCredentials } from '../http/basicAuth';
import { UNREADABLE, unreadableStatus } from '../http/readBody';
import type { UserRights, Users } from '../http/users';
import { sendAnswer, type QpsAnswer } from './answer';
import { invalid, QpsProblem } from './problem';
import { BODY_TYPES, readRequest, type QpsRequest } from './request';

/** One verb on one kind of object. */
export interface Operation {
  /** Below `/qps/rest/`, such as `3.0/get/was/webapp/:id`. */
  path: string;
  methods: readonly ('GET' | 'POST' | 'DELETE')[];
  /** The schema that its answers name, such as `3.0/was/webapp`. */
  schema: string;
  /** The right that it wants of the caller; none unless given. */
  needs?: keyof UserRights;
  /** Carries it out; throws a QpsProblem where it cannot be. */
  answer(request: QpsRequest): QpsAnswer;
}

function checkRights({ needs }: Operation, req: Request, users: Users): void {
  const caller = basicCredentials(req.headers.authorization);
  if (needs && caller && !users.rightsOf(caller.username)[needs]) {
    throw new QpsProblem(
      'NOT_AUTHORIZED',
      'You are not authorized to perform this action',
      needs === 'isManager'
        ? 'Ask a Manager with full scope'
        : 'The WAS module, API Access and Access WAS module must be enabled',
    );
  }
}

function answerOf(
  operation: Operation,
  users: Users,
  req: Request,
  res: Response,
): QpsAnswer {
  try {
    checkRights(operation, req, users);
    if (unreadableStatus(res)) throw invalid(UNREADABLE);
    return operation.answer(readRequest(req));
  } catch (error) {
    if (!(error instanceof QpsProblem)) throw error;
    const { responseCode, message, resolution } = error;
    return { responseCode, problem: { message, resolution } };
  }
}

// A POST without a body has a length of 0, and perhaps no type.
function hasBody({ headers }: Request): boolean {
  return (
    headers['transfer-encoding'] !== undefined ||
    Number(headers['content-length'] ?? 0) > 0
  );
}

function handle(
  operation: Operation,
  users: Users,
  req: Request,
  res: Response,
): void {
  const { methods, schema } = operation;
  if (!methods.some(method => method === req.method)) {
    res.set('Allow', methods.join(', ')).status(405).end();
  } else if (hasBody(req) && !req.is(BODY_TYPES)) {
    res.status(415).end();
  } else {
    sendAnswer(req, res, answerOf(operation, users, req, res), schema);
  }
}

/**
 * The `qps` APIs, under `/qps/rest`. What is refused is answered with status
 * 200 and a `responseCode` that says so; only a wrong method (405), a body of
 * another type (415) and wrong credentials (401) have a status of their own.
 */
export function qpsRouter(
  operations: readonly Operation[],
  users: Users,
): Router {
  const router = Router({ caseSensitive: true });
  for (const operation of operations) {
    router.all(`/${operation.path}`, (req, res) =>
      handle(operation, users, req, res),
    );
  }
  return router;
}

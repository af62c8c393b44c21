import {
  json,
  raw,
  text,
  urlencoded,
  type ErrorRequestHandler,
  type RequestHandler,
  type Response,
} from 'express';

/** The largest body that is read. */
const LIMIT = '1mb';

const XML = ['application/xml', 'text/xml'];
const MULTIPART = 'multipart/form-data';

/** The types of bodies that are read. */
export const READ_TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  ...XML,
  MULTIPART,
];

/** What a caller is told whose body cannot be read as its type says. */
export const UNREADABLE = 'The request cannot be read';

/** A body that cannot be read as its type says. */
class UnreadableBodyError extends Error {
  readonly status = 400;
}

// Node reads the form by itself, which saves a library.
const readForm: RequestHandler = (req, _res, next) => {
  if (!Buffer.isBuffer(req.body)) {
    next();
    return;
  }
  new globalThis.Response(req.body, {
    headers: { 'content-type': String(req.headers['content-type']) },
  })
    .formData()
    .then(
      form => {
        req.body = form;
        next();
      },
      () => next(new UnreadableBodyError('The form cannot be read')),
    );
};

const noteUnreadable: ErrorRequestHandler = (error, _req, res, next) => {
  if (typeof error.status === 'number' && error.status < 500) {
    res.locals.unreadable = error.status;
    next();
  } else {
    next(error);
  }
};

/**
 * The HTTP status that says why the body of a request could not be read: 400,
 * or 413 where it is too large. Undefined where it could.
 */
export function unreadableStatus(res: Response): number | undefined {
  return res.locals.unreadable;
}

/**
 * Lets only those calls pass whose body could be read.
 *
 * @param refuse - answers the others, in the words of the API
 */
export function requireReadable(
  refuse: (res: Response, status: number) => void,
): RequestHandler {
  return (_req, res, next) => {
    const status = unreadableStatus(res);
    if (status === undefined) next();
    else refuse(res, status);
  };
}

/**
 * Reads the body of a request into `req.body`: JSON as a value, a form as an
 * object, a multipart form as `FormData`, XML as text. Of any other type, and
 * where there is none, `req.body` is no more than an empty object. What cannot
 * be read is for the API to refuse, in its own words and after those that
 * nobody has signed in for: see {@link unreadableStatus}.
 */
export function readBody(): (RequestHandler | ErrorRequestHandler)[] {
  return [
    json({ limit: LIMIT }),
    urlencoded({ limit: LIMIT, extended: false }),
    text({ limit: LIMIT, type: XML }),
    raw({ limit: LIMIT, type: MULTIPART }),
    readForm,
    noteUnreadable,
  ];
}

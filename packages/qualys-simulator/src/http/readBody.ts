import { json, raw, text, urlencoded, type RequestHandler } from 'express';

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

/** A request whose body cannot be read as its type says; answered with 400. */
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

/**
 * Reads the body of a request into `req.body`: JSON as a value, a form as an
 * object, a multipart form as `FormData`, XML as text. Of any other type, and
 * where there is none, `req.body` is no more than an empty object.
 */
export function readBody(): RequestHandler[] {
  return [
    json({ limit: LIMIT }),
    urlencoded({ limit: LIMIT, extended: false }),
    text({ limit: LIMIT, type: XML }),
    raw({ limit: LIMIT, type: MULTIPART }),
    readForm,
  ];
}

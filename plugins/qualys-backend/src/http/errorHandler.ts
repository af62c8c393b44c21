import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ErrorRequestHandler } from 'express';
import { logInternal, toErrorAnswer } from '../errors';

/**
 * Answers every error with the body that the API promises. What is not known
 * to be fit for callers is logged under an id, and only the id is told.
 */
export function createErrorHandler(logger: LoggerService): ErrorRequestHandler {
  return (thrown, req, res, next) => {
    if (res.headersSent) {
      next(thrown);
      return;
    }
    const answer = toErrorAnswer(thrown);
    if (answer) {
      res.status(answer.response.statusCode).json(answer);
      return;
    }
    res.status(500).json({
      error: {
        name: 'InternalServerError',
        message: logInternal(logger, `${req.method} ${req.path}`, thrown),
        code: 'internal',
      },
      response: { statusCode: 500 },
    });
  };
}

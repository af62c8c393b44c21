import type { Response } from 'express';

/**
 * Does something when an answer is handed over and not when it has left, so
 * that it is done before the caller can have read the answer.
 */
export function onceAnswered(res: Response, then: () => void): void {
  const end = res.end.bind(res) as (...args: unknown[]) => Response;
  res.end = (...args: unknown[]) => {
    then();
    return end(...args);
  };
}

import { CustomErrorBase } from '@backstage/errors';

/** A request that was made from a state that has changed since. */
export class StateChangedError extends CustomErrorBase {
  name = 'ConflictError' as const;

  /**
   * @param current - how things stand now, of the shape that reading them answers
   */
  constructor(message: string, readonly current: unknown) {
    super(message);
  }
}

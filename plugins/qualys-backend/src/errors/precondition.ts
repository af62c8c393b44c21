import { CustomErrorBase } from '@backstage/errors';

/** A change that does not say from which state it was made. */
export class PreconditionRequiredError extends CustomErrorBase {
  name = 'PreconditionRequiredError' as const;

  constructor() {
    super(
      'The header If-Match is missing: it must hold the ETag of the state that the change was made from',
    );
  }
}

/** A change that was made from a state that is no more. */
export class PreconditionFailedError extends CustomErrorBase {
  name = 'PreconditionFailedError' as const;

  /**
   * @param current - how things stand now, of the shape that reading them answers
   */
  constructor(readonly current: unknown) {
    super(
      'What the change was made from has changed since it was read; look at it as it is now, and make the change again',
    );
  }
}

import { CustomErrorBase } from '@backstage/errors';
import type { RequestRecord } from './record';

/** Something cannot be done with a request, because of what it is by now. */
export class RequestMovedError extends CustomErrorBase {
  name = 'RequestMovedError' as const;

  /**
   * @param current - the request as it is now; undefined where it is gone
   */
  constructor(message: string, readonly current: RequestRecord | undefined) {
    super(message);
  }
}

/** A request cannot go on under its name: another one that is open has it. */
export class RequestNameTakenError extends CustomErrorBase {
  name = 'RequestNameTakenError' as const;
}

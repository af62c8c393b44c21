import { CustomErrorBase } from '@backstage/errors';
import type { StepResult } from 'backstage-plugin-qualys-common';

/** A change of several steps of which one has failed. */
export class UnfinishedError extends CustomErrorBase {
  name = 'UnfinishedError' as const;

  /**
   * @param reason - why it failed
   * @param steps - what is done and what is not
   * @param current - how things stand now, of the shape that reading them
   * answers; undefined where that is not known
   */
  constructor(
    readonly reason: Error,
    readonly steps: readonly StepResult[],
    readonly current: unknown,
  ) {
    super(reason.message, reason);
  }
}

import { Failure, type QualysWaitReason } from '../http';
import { wholeSeconds } from './clock';

const WHY: Record<QualysWaitReason, { what: string; advice: string }> = {
  blocked: {
    what: 'Qualys limits the number of calls, and asked to wait before the next one.',
    advice: 'Try again later.',
  },
  budget: {
    what: 'Our share of the calls that Qualys allows is used up.',
    advice: 'Try again later, or allow a larger share (limits.share).',
  },
  concurrency: {
    what: 'As many calls to Qualys as may run at once were running for too long.',
    advice: 'Try again later.',
  },
};

/** The failure of a call whose wait would be longer than it may be. */
export function tooLong(reason: QualysWaitReason, waitMs: number): Failure {
  return new Failure({
    kind: 'limited',
    ...WHY[reason],
    retryAfter: waitMs > 0 ? wholeSeconds(waitMs) : undefined,
    notDone: true,
  });
}

import type { Problem } from 'backstage-plugin-qualys-common';
import type { QualysArea } from '../errors';

const REFUSED_MS = 5 * 60_000;
const LONGEST_LIMIT_MS = 60 * 60_000;

/** Who is not asked for a time, and why. */
export interface Pauses {
  /** Why a part of Qualys is not asked now; undefined where it can be. */
  of(subscription: string, area: QualysArea): Problem | undefined;
  /** Takes note of a problem, after which there may be a pause. */
  note(subscription: string, area: QualysArea, problem: Problem): void;
}

/**
 * Makes the pauses. Each attempt with a wrong password brings the user nearer to
 * being locked, whatever it asks for; each that is one too many may make the
 * limit of its part of Qualys last longer.
 */
export function createPauses(): Pauses {
  const pauses = new Map<string, { problem: Problem; until: number }>();
  const limitOf = (subscription: string, area: QualysArea) =>
    `${subscription}/${area}`;
  return {
    of(subscription, area) {
      return [subscription, limitOf(subscription, area)]
        .map(key => pauses.get(key))
        .find(pause => pause && Date.now() < pause.until)?.problem;
    },
    note(subscription, area, problem) {
      const { code, retryAfter = 0 } = problem;
      if (code === 'authentication') {
        pauses.set(subscription, { problem, until: Date.now() + REFUSED_MS });
      } else if (code === 'limited') {
        const ms = Math.min(retryAfter * 1000, LONGEST_LIMIT_MS);
        pauses.set(limitOf(subscription, area), {
          problem,
          until: Date.now() + ms,
        });
      }
    },
  };
}

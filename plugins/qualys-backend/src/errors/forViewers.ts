import type { Problem } from 'backstage-plugin-qualys-common';
import { neededFor, type QualysArea } from './problem';

const IN_GENERAL =
  'Qualys could not be read; the platform team can find out why';

const TEXTS: Partial<Record<Problem['code'], string>> = {
  authentication:
    'Qualys refuses the portal’s own account; the platform team can find out why',
  permission:
    'Qualys does not allow this to the portal’s own account; the platform team can find out why',
  notFound:
    'Qualys does not know it any more, or does not show it to the portal’s own account',
  unavailable: 'Qualys cannot be reached at present',
};

// What those who change something can do something about.
const TOLD_TO_EDITORS: ReadonlySet<Problem['code']> = new Set([
  'conflict',
  'invalid',
  'notFound',
  'outcomeUnknown',
]);

/**
 * A problem as those see it who change something: what Qualys finds wrong with
 * their change is for them, and so is what the portal's own account needs in
 * Qualys; the rest is as for viewers.
 *
 * @param area - what was asked or told, where that is known
 */
export function forEditors(problem: Problem, area?: QualysArea): Problem {
  if (TOLD_TO_EDITORS.has(problem.code)) return problem;
  const told = forViewers(problem);
  if (problem.code !== 'permission' || area === undefined) return told;
  return {
    ...told,
    message: `Qualys does not allow this to the portal’s own account; ask the platform team to check that ${neededFor(
      area,
    )}`,
  };
}

/**
 * A problem as those see it who look at a connector. Hosts and keys of the
 * configuration are for those who run the portal: they stand in the status and
 * in the log.
 */
export function forViewers(problem: Problem): Problem {
  // How long a limit lasts is no secret, and all that there is to say.
  if (problem.code === 'limited') return problem;
  return { ...problem, message: TEXTS[problem.code] ?? IN_GENERAL };
}

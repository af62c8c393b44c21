import type { Problem } from 'backstage-plugin-qualys-common';

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
 * their change is for them, and the rest as for viewers.
 */
export function forEditors(problem: Problem): Problem {
  return TOLD_TO_EDITORS.has(problem.code) ? problem : forViewers(problem);
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

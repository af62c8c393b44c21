import type { ExternalIdMigration } from 'backstage-plugin-qualys-common';

/** The steps that people take, in their order. */
export const STEPS = ['new', 'trust', 'run', 'remove'] as const;

/** A step that people take. */
export type Step = (typeof STEPS)[number];

/** The step that is to be taken where a migration stands; none once it is done. */
export const STEP_OF: Record<ExternalIdMigration['step'], Step | undefined> = {
  needed: 'new',
  prepared: 'trust',
  updated: 'run',
  running: 'run',
  failed: 'run',
  succeeded: 'remove',
  notNeeded: undefined,
};

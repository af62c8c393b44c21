import type { MirrorAge } from 'backstage-plugin-qualys-common';

/**
 * How old the mirror is, for the given subscriptions (all configured ones
 * when none are given). Subscriptions that are not configured are left out.
 */
export type MirrorAges = (
  subscriptions?: readonly string[],
) => Promise<MirrorAge[]>;

import { ENVIRONMENTS, TEAMS } from '../cloudView/data/vocabulary';
import { isoDate } from '../qps/isoDate';
import type { TagRecord } from './tags';

const DAY = 86_400_000;
const FIRST_ID = 7_655_820;
const TEAM_PARENT = FIRST_ID;
const ENVIRONMENT_PARENT = FIRST_ID + 1;

/** The names that are parents of others. */
const PARENTS = ['Team', 'Environment'];
const ENVIRONMENT_NAMES = [...new Set<string>(ENVIRONMENTS)];
const NAMES = [
  ...PARENTS,
  ...Object.keys(TEAMS),
  ...ENVIRONMENT_NAMES,
  'Cloud Agent',
  'Internet Facing Assets',
];

function parentOf(name: string): number | undefined {
  if (name in TEAMS) return TEAM_PARENT;
  return ENVIRONMENT_NAMES.includes(name) ? ENVIRONMENT_PARENT : undefined;
}

/** The id of the tag with a name, which is the same for every seed. */
export function tagIdOf(name: string): number {
  return FIRST_ID + NAMES.indexOf(name);
}

/**
 * The tags of the imagined company: one for each team and environment, and a few more.
 *
 * @param start - when the platform starts, milliseconds since 1970
 */
export function tagData(start: number): TagRecord[] {
  return NAMES.map((name, index) => ({
    id: FIRST_ID + index,
    name,
    parentTagId: parentOf(name),
    color: '#1E88E5',
    ruleType: 'STATIC',
    created: isoDate(start - 900 * DAY),
  }));
}

import { webAppIds } from './data';
import { DEMO_WEB_APPS } from './demo';

/**
 * One of the web apps that every generated set has.
 *
 * @public
 */
export interface DemoWebApp {
  /** Its id, digits; depends on the seed. */
  id: string;
  name: string;
  url: string;
  /** The team of the imagined company that it belongs to. */
  team: string;
  /** How many scans it has had. */
  scans: number;
  /** What became of the results of the last one; undefined where there was none. */
  lastResults?: string;
}

/**
 * The web apps that a demo can name beforehand. Everything but their ids is the
 * same for every seed.
 *
 * @param seed - the seed of the data; 1 unless given
 *
 * @public
 */
export function demoWebApps(seed: number = 1): DemoWebApp[] {
  const idOf = webAppIds(seed);
  return DEMO_WEB_APPS.map(({ name, url, team, scans, lastScan }, index) => ({
    id: String(idOf(index)),
    name,
    url,
    team,
    scans,
    ...(scans > 0 ? { lastResults: lastScan.resultsStatus } : {}),
  }));
}

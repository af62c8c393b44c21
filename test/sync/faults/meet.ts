import type { SyncRun } from 'backstage-plugin-qualys-common';
import { expectCatalogIsMirror, type Setting } from '../portal/setting';
import {
  CLOUDS,
  FEEDS,
  mirroredViews,
  viewName,
  type Views,
} from '../qualys/views';
import { faultAt, type FeedPage } from './pages';
import type { PageFault } from './table';

// What is asked for once, since another cloud would run into it, too: what was
// not read of the others is as it was.
const HOPELESS = ['authentication', 'permission', 'limited'];

function expectNoneBetween(
  { before, after, seen }: Record<'before' | 'after' | 'seen', Views>,
  run: SyncRun,
  page: FeedPage,
) {
  for (const feed of FEEDS) {
    const word = run.feeds.find(each => each.feed === feed);
    const isHopeless = HOPELESS.includes(word?.problem?.code ?? '');
    for (const cloud of CLOUDS) {
      const name = viewName(cloud, feed);
      const isHit = cloud === page.cloud && feed === page.feed;
      const movesOn = word?.complete || !(isHit || isHopeless);
      const may = movesOn ? [after[name]] : [before[name], after[name]];
      expect({ name, may }).toEqual({
        name,
        may: expect.arrayContaining([seen[name]]),
      });
    }
  }
}

// That the page was asked for at all, so that the fault has met something.
function expectAsked({ subscription }: Setting, page: FeedPage) {
  const { path, query } = faultAt(page, { kind: 'status' }).match;
  const end = path!.replace('*', '');
  const asked = subscription.simulator.control
    .journal()
    .filter(call => call.path.endsWith(end))
    .filter(call => !query || call.query.pageNo === query.pageNo);
  const least = page.feed === 'cloudView' ? 1 : page.number + 1;
  expect(asked.length).toBeGreaterThanOrEqual(least);
}

/**
 * Lets a sync meet a fault at a page while something is new in each cloud, and
 * the next one none: the mirror is never between what was and what is, and
 * neither is the catalog, and both are what is in the end.
 */
export async function meet(
  setting: Setting,
  page: FeedPage,
  { fault, name }: PageFault,
): Promise<void> {
  const { portal, subscription } = setting;
  const { control } = subscription.simulator;
  const before = await subscription.views();
  expect(mirroredViews(await portal.connectors())).toEqual(before);
  await subscription.change(`${name} ${page.number}`);
  const after = await subscription.views();

  control.clearJournal();
  control.addFault(faultAt(page, fault));
  const run = await portal.sync();
  control.clearFaults();
  expectAsked(setting, page);
  const seen = mirroredViews(await portal.connectors());
  expectNoneBetween({ before, after, seen }, run, page);
  await expectCatalogIsMirror(setting);

  const healed = await portal.sync();
  expect(healed).toMatchObject({ outcome: 'complete', heldBack: 0 });
  expect(mirroredViews(await portal.connectors())).toEqual(after);
  await portal.refresh();
  await expectCatalogIsMirror(setting);
}

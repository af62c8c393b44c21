import type { JsonObject } from '@backstage/types';
import type { useDatabases } from '../portal/databases';
import { expectCatalogIsMirror, setUp, type Setting } from '../portal/setting';
import { until } from '../portal/until';
import { FEEDS, mirroredViews, viewName, type Feed } from '../qualys/views';

/** Small, with several pages in the list that is read. */
const SIZE = { connectors: 110, pageSize: 9 };

/** A call of a sync for a page of a list. */
interface PageCall {
  /** What its path ends with. */
  path: string;
  /** Parameters of its query; others may stand beside them. */
  query?: Record<string, string>;
  /** How many such calls come before it; none unless given. */
  skip?: number;
}

/**
 * A portal for all tests of a block that reads one feed alone, so that nothing
 * but its pages says which AWS connectors there are.
 *
 * @param more - what else is configured of the subscription
 */
export function useOneFeed(
  databases: ReturnType<typeof useDatabases>,
  feed: Feed,
  more: JsonObject = {},
) {
  const view = viewName('AWS', feed);
  const feeds = Object.fromEntries(
    FEEDS.filter(each => each !== feed).map(each => [each, false]),
  );
  let setting: Setting;
  const control = () => setting.subscription.simulator.control;
  beforeAll(async () => {
    setting = await setUp(
      await databases.fresh(),
      SIZE,
      { feeds, ...more },
      { processing: false },
    );
  });
  beforeEach(async () => {
    // The test before may have failed, and is not to take the others along.
    control().clearFaults();
    await setting.portal.sync();
  });
  afterAll(() => setting.stop());

  const inQualys = async () => (await setting.subscription.views())[view];
  const inMirror = async () =>
    mirroredViews(await setting.portal.connectors())[view];

  return {
    pageSize: SIZE.pageSize,
    get setting() {
      return setting;
    },
    control,
    inMirror,

    /** Runs a sync, in the middle of which something happens: before a page is answered. */
    async syncWhile(
      { path, query = {}, skip = 0 }: PageCall,
      happens: () => void,
    ) {
      control().clearJournal();
      control().addFault({
        match: { path: `*${path}`, query },
        kind: 'slow',
        delayMs: 500,
        skip,
        times: 1,
      });
      const run = setting.portal.sync();
      await until(
        async () =>
          control()
            .journal()
            .filter(
              call =>
                call.path.endsWith(path) &&
                Object.entries(query).every(
                  ([name, value]) => call.query[name] === value,
                ),
            ).length,
        asked => expect(asked).toBe(skip + 1),
      );
      happens();
      return run;
    },

    /** That nothing went from mirror and catalog that Qualys still has. */
    async expectNothingLost(before: object) {
      const there = await inQualys();
      const still = Object.keys(before).filter(id => id in there);
      expect(Object.keys(await inMirror())).toEqual(
        expect.arrayContaining(still),
      );
      await expectCatalogIsMirror(setting);
    },

    /** That the next sync brings what is. */
    async expectHealed() {
      control().clearFaults();
      expect(await setting.portal.sync()).toMatchObject({
        outcome: 'complete',
        heldBack: 0,
      });
      expect(await inMirror()).toEqual(await inQualys());
      await expectCatalogIsMirror(setting);
    },
  };
}

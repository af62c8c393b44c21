import {
  expectCatalogShowsMirror,
  setUp,
  type Setting,
} from '../portal/setting';
import type { PortalDatabases } from '../portal/portal';
import { meet } from './meet';
import { pagesOf, type FeedPage } from './pages';
import type { PageFault } from './table';

/** Small, with connectors that only one feed knows, and with several pages in every list. */
const SIZE = { connectors: 110, pageSize: 14 };

type List = Pick<FeedPage, 'cloud' | 'feed'>;

/** A portal for all tests of a block, which meets one fault after the other. */
export function useSetting(databases: () => Promise<PortalDatabases>) {
  let setting: Setting;
  let isHealed = true;
  beforeAll(async () => {
    setting = await setUp(await databases(), SIZE);
  });
  beforeEach(async () => {
    if (isHealed) return;
    // The test before failed, and is not to take the others along.
    setting.subscription.simulator.control.clearFaults();
    await setting.portal.sync();
    await setting.portal.sync();
  });
  afterAll(() => setting.stop());

  return {
    /** Meets a fault at those pages of a list that are picked, and tells at how many. */
    async meet(
      list: List,
      pick: (pages: FeedPage[]) => FeedPage[],
      fault: PageFault,
    ) {
      isHealed = false;
      const views = await setting.subscription.views();
      const picked = pick(pagesOf(list, views, SIZE.pageSize));
      for (const page of picked) await meet(setting, page, fault);
      isHealed = true;
      return picked.length;
    },
    /** Waits until the catalog shows what it was told. */
    untilShown: () => expectCatalogShowsMirror(setting),
  };
}

/*
 * A search of Asset Management during which connectors come and go. Nothing
 * goes from the mirror that Qualys still has, and the next sync brings what is.
 * Asset Management is read alone here, as CloudView is in drift.test.ts.
 */
import { useDatabases } from './portal/databases';
import { expectCatalogIsMirror, setUp, type Setting } from './portal/setting';
import { until } from './portal/until';
import { mirroredViews, viewName } from './qualys/views';

jest.setTimeout(60_000);

const SIZE = { connectors: 110, pageSize: 9 };
const VIEW = viewName('AWS', 'assetManagement');
const SEARCH = '/search/am/awsassetdataconnector';

const databases = useDatabases();

describe('a search during which connectors come and go', () => {
  let setting: Setting;
  const control = () => setting.subscription.simulator.control;
  beforeAll(async () => {
    setting = await setUp(
      await databases.fresh(),
      SIZE,
      { feeds: { cloudView: false } },
      { processing: false },
    );
  });
  beforeEach(() => control().clearFaults());
  afterAll(() => setting.stop());

  const inQualys = async () => (await setting.subscription.views())[VIEW];
  const inMirror = async () =>
    mirroredViews(await setting.portal.connectors())[VIEW];

  /** The ids in CloudView, in the order of the search. */
  async function inOrder(): Promise<string[]> {
    const views = await setting.subscription.views();
    const numberOf = (id: string) => control().assetDataConnectorId(id) ?? 0;
    return Object.keys(views[viewName('AWS', 'cloudView')])
      .filter(id => numberOf(id) > 0)
      .sort((one, other) => numberOf(one) - numberOf(other));
  }

  /** Runs a sync, in the middle of which something happens: before the third page is answered. */
  async function syncWhile(happens: () => void) {
    control().clearJournal();
    control().addFault({
      match: { path: SEARCH },
      kind: 'slow',
      delayMs: 500,
      skip: 2,
      times: 1,
    });
    const run = setting.portal.sync();
    const asked = async () =>
      control()
        .journal()
        .filter(({ path }) => path.includes(SEARCH)).length;
    await until(asked, count => expect(count).toBe(3));
    happens();
    return run;
  }

  it.each<[string, (ids: string[]) => void]>([
    ['one comes', () => control().addConnector({ name: 'comes' })],
    ['one goes that was read', ids => control().removeConnector(ids[2])],
    [
      'one goes that the next page begins with',
      ids => control().removeConnector(ids[SIZE.pageSize * 2 - 2]),
    ],
    [
      'one goes that was still to come',
      ids => control().removeConnector(ids[SIZE.pageSize * 4]),
    ],
    [
      'some go, and as many come',
      ids => {
        for (const at of [1, SIZE.pageSize * 2, SIZE.pageSize * 4]) {
          control().removeConnector(ids[at]);
          control().addConnector({});
        }
      },
    ],
  ])('loses nothing where %s', async (_, event) => {
    const before = await inMirror();
    const ids = await inOrder();
    expect((await syncWhile(() => event(ids))).outcome).not.toBe('running');
    const there = await inQualys();
    const still = Object.keys(before).filter(id => id in there);
    expect(Object.keys(await inMirror())).toEqual(
      expect.arrayContaining(still),
    );
    await expectCatalogIsMirror(setting);

    expect(await setting.portal.sync()).toMatchObject({
      outcome: 'complete',
      heldBack: 0,
    });
    expect(await inMirror()).toEqual(await inQualys());
    await expectCatalogIsMirror(setting);
  });
});

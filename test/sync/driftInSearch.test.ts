/*
 * A search of Asset Management during which connectors come and go. Nothing
 * goes from the mirror that Qualys still has, and the next sync brings what is.
 * Asset Management is read alone here, as CloudView is in drift.test.ts.
 */
import { useOneFeed } from './drift/useOneFeed';
import { useDatabases } from './portal/databases';
import { viewName } from './qualys/views';

jest.setTimeout(60_000);

const SEARCH = '/search/am/awsassetdataconnector';

const databases = useDatabases();

describe('a search during which connectors come and go', () => {
  const search = useOneFeed(databases, 'assetManagement');
  const { control, inMirror, pageSize } = search;

  /** The ids in CloudView, in the order of the search. */
  async function inOrder(): Promise<string[]> {
    const views = await search.setting.subscription.views();
    const numberOf = (id: string) => control().assetDataConnectorId(id) ?? 0;
    return Object.keys(views[viewName('AWS', 'cloudView')])
      .filter(id => numberOf(id) > 0)
      .sort((one, other) => numberOf(one) - numberOf(other));
  }

  /** Runs a sync, in the middle of which something happens: before the third page is answered. */
  const syncWhile = (happens: () => void) =>
    search.syncWhile({ path: SEARCH, skip: 2 }, happens);

  it.each<[string, (ids: string[]) => void]>([
    ['one comes', () => control().addConnector({ name: 'comes' })],
    ['one goes that was read', ids => control().removeConnector(ids[2])],
    [
      'one goes that the next page begins with',
      ids => control().removeConnector(ids[pageSize * 2 - 2]),
    ],
    [
      'one goes that was still to come',
      ids => control().removeConnector(ids[pageSize * 4]),
    ],
    [
      'some go, and as many come',
      ids => {
        for (const at of [1, pageSize * 2, pageSize * 4]) {
          control().removeConnector(ids[at]);
          control().addConnector({});
        }
      },
    ],
  ])('loses nothing where %s', async (_, event) => {
    const before = await inMirror();
    const ids = await inOrder();
    expect((await syncWhile(() => event(ids))).outcome).not.toBe('running');
    await search.expectNothingLost(before);
    await search.expectHealed();
  });
});

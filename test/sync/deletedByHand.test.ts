/*
 * The catalog lets people delete entities. Those of connectors that are still in
 * Qualys return within a day, though nothing has changed in the mirror.
 */
import { useDatabases } from './portal/databases';
import {
  expectCatalogShowsMirror,
  setUp,
  type Setting,
} from './portal/setting';

jest.setTimeout(120_000);

const DAY_MS = 24 * 60 * 60 * 1000;

const databases = useDatabases();

describe.each(databases.ids)('an entity that somebody deletes, on %s', id => {
  let setting: Setting;
  let later = 0;
  beforeEach(async () => {
    const now = Date.now;
    later = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + later);
    setting = await setUp(await databases.fresh(id), {
      connectors: 12,
      pageSize: 50,
    });
    await expectCatalogShowsMirror(setting);
  });
  afterEach(async () => {
    await setting.stop();
    jest.restoreAllMocks();
  });

  it('returns the next day', async () => {
    const { portal } = setting;
    const before = await portal.entities();
    const [deleted] = before.keys();
    await portal.deleteEntity(deleted);
    await portal.sync();
    await portal.refresh();
    const without = new Map(before);
    without.delete(deleted);
    expect(await portal.entities()).toEqual(without);

    later = DAY_MS;
    await portal.refresh();
    later = 0;
    await expectCatalogShowsMirror(setting);
    expect(await portal.entities()).toEqual(before);
  });
});

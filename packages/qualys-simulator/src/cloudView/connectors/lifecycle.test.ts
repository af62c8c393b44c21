import { demoConnectors } from '../..';
import {
  START,
  startPlatform,
  type TestPlatform,
} from '../../__testUtils__/platform';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a connector as time goes by', () => {
  let platform: TestPlatform;

  beforeAll(async () => {
    platform = await startPlatform({ settleSeconds: 90 });
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.control.reset());

  const get = (id: string) => platform.get(`/aws/connectors/${id}`);
  const errors = (id: string) =>
    platform.get(`/aws/connectors/${id}/errors?pageNo=0&pageSize=50`);
  const newest = async () => {
    const page = await platform.get('/aws/connectors?pageNo=0&pageSize=1');
    return page.content[0];
  };

  it('stays as it is while the clock stands still', async () => {
    const [{ id }] = demoConnectors();
    expect(await get(id)).toEqual(await get(id));
  });

  it('stops being pending', async () => {
    const pending = demoConnectors().find(({ state }) => state === 'PENDING');
    const id = pending!.id;
    expect(await get(id)).toMatchObject({
      state: 'PENDING',
      error: '50004',
      lastSyncedOn: 'Wed Mar 04 10:30:00 UTC 2026',
    });
    platform.control.advanceClock(89_999);
    expect(await get(id)).toMatchObject({ state: 'PENDING' });
    platform.control.advanceClock(1);
    expect(await get(id)).toMatchObject({
      state: 'SUCCESS',
      error: '',
      lastSyncedOn: 'Wed Mar 04 10:31:30 UTC 2026',
    });
  });

  it('fails if it is meant to', async () => {
    const { connectorId } = platform.control.addConnector({
      state: 'PENDING',
      settlesTo: 'ERROR',
    });
    expect((await errors(connectorId)).content).toEqual([]);
    platform.control.advanceClock(2 * MINUTE);
    expect(await get(connectorId)).toMatchObject({
      state: 'ERROR',
      error: expect.stringContaining('AccessDenied'),
    });
    expect((await errors(connectorId)).content).toHaveLength(1);
  });

  it('moves to the front of the list when it settles', async () => {
    platform.control.advanceClock(10 * MINUTE);
    const { connectorId } = platform.control.addConnector({ state: 'PENDING' });
    expect((await newest()).connectorId).toBe(connectorId);
    const other = platform.control.addConnector({ state: 'SUCCESS' });
    platform.control.updateConnector(other.connectorId, { state: 'SUCCESS' });
    platform.control.advanceClock(90_000);
    expect(await newest()).toMatchObject({ connectorId, state: 'SUCCESS' });
  });

  it('is synced as often as its polling frequency says', async () => {
    const { connectorId } = platform.control.addConnector({
      pollingFrequency: { hours: 1, minutes: 30 },
    });
    expect(await get(connectorId)).toMatchObject({
      lastSyncedOn: 'Wed Mar 04 10:30:00 UTC 2026',
      nextSyncedOn: 'Wed Mar 04 12:00:00 UTC 2026',
    });
    platform.control.advanceClock(90 * MINUTE - 1);
    expect((await get(connectorId)).lastSyncedOn).toContain('10:30:00');
    platform.control.advanceClock(1);
    expect(await get(connectorId)).toMatchObject({
      lastSyncedOn: 'Wed Mar 04 12:00:00 UTC 2026',
      nextSyncedOn: 'Wed Mar 04 13:30:00 UTC 2026',
    });
    platform.control.advanceClock(50 * HOUR);
    expect((await get(connectorId)).lastSyncedOn).toBe(
      'Fri Mar 06 13:30:00 UTC 2026',
    );
  });

  it('keeps its last sync when it is switched off, until it is switched on', async () => {
    const { connectorId } = platform.control.addConnector({});
    platform.control.advanceClock(5 * HOUR);
    platform.control.updateConnector(connectorId, { isDisabled: true });
    platform.control.advanceClock(100 * HOUR);
    expect((await get(connectorId)).lastSyncedOn).toBe(
      'Wed Mar 04 14:30:00 UTC 2026',
    );
    platform.control.updateConnector(connectorId, { isDisabled: false });
    expect((await get(connectorId)).lastSyncedOn).toBe(
      'Sun Mar 08 19:30:00 UTC 2026',
    );
  });

  it('keeps the list in order between two runs of the poller', async () => {
    platform.control.advanceClock(HOUR);
    const ids = async () => {
      const page = await platform.get('/aws/connectors?pageNo=0&pageSize=300');
      return page.content.map((item: any) => item.connectorId);
    };
    const before = await ids();
    platform.control.advanceClock(MINUTE - 1);
    expect(await ids()).toEqual(before);
    platform.control.advanceClock(HOUR);
    const after = await ids();
    expect(after).not.toEqual(before);
    expect(new Set(after)).toEqual(new Set(before));
  });

  it('goes by a real clock unless one is given', async () => {
    const own = await startPlatform({ now: undefined, connectors: 0 });
    expect(Date.parse(own.control.health().now)).toBeGreaterThan(START);
    await own.stop();
  });
});

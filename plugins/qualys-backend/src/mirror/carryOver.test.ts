import type { Knex } from 'knex';
import { awsAssetDataConnector } from '../__testUtils__/assetDataConnectors';
import { awsConnector } from '../__testUtils__/connectors';
import { testDatabases } from '../__testUtils__/databases';
import { freshMirror } from '../__testUtils__/mirror';
import { createBindingStore } from '../bindings/createBindingStore';
import { createCredentialsStore } from '../connectors';
import { createDescribing } from '../ownership';
import { createPlacementStore } from '../placements';
import { createSettingsHistory } from '../settings/history';
import type { MirrorStore } from './store';

jest.setTimeout(60_000);

const UUID = '7f25a529-4629-31e6-9bef-7a5828c36001';
const OTHER = '7f25a529-4629-31e6-9bef-7a5828c36002';
const ALONE = 'am-aws-1';
const TEAM = 'group:default/payments';
const CHECKOUT = 'component:default/checkout';

const alone = awsAssetDataConnector({ id: '1' });
const named = awsAssetDataConnector({ id: '1', cloudviewUuid: UUID });
const known = awsConnector({ id: UUID, name: alone.name });

describe('what the portal keeps of a connector that CloudView comes to know', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    let knex: Knex;
    let mirror: MirrorStore;
    let minute = 0;
    const key = (id: string) => ({ subscription: 'main', id });
    const object = (objectId: string) => ({
      type: 'connector' as const,
      subscription: 'main',
      objectId,
    });
    const made = (objectId: string) => ({
      ...object(objectId),
      entityRef: CHECKOUT,
      owner: TEAM,
    });
    const BY = { user: 'user:default/asker', reason: 'Created for it' };

    const read = (
      inAssetManagement: (typeof alone)[],
      inCloudView: (typeof known)[],
    ) => {
      minute += 1;
      return mirror.applyScan({
        subscription: 'main',
        provider: 'AWS',
        assetManagement: { connectors: inAssetManagement, coverage: 'whole' },
        cloudView: { connectors: inCloudView, coverage: 'whole' },
        at: new Date(Date.UTC(2026, 0, 1, 0, minute)),
      });
    };

    beforeEach(async () => {
      knex = await databases.init(databaseId);
      const placements = createPlacementStore(knex);
      mirror = await freshMirror(knex, {
        describing: createDescribing({
          ownership: async (_, placed) => ({
            ownership: placed,
            certain: true,
          }),
          placements,
        }),
      });
      await read([alone], []);
      await placements.put(key(ALONE), { owner: TEAM, requestId: 'r' });
      await createBindingStore(knex).acceptMade(made(ALONE), BY);
      await createCredentialsStore(knex).put(key(ALONE), {
        expiresOn: '2031-05-06',
      });
      await createSettingsHistory(knex).note({
        actor: BY.user,
        entityRef: CHECKOUT,
        object: object(ALONE),
        action: 'create',
        changes: [],
      });
      await knex('connector_requests').insert({
        id: 'r',
        version: 7,
        state: 'active',
        subscription: 'main',
        provider: 'AWS',
        create_through: 'assetManagement',
        requester: BY.user,
        search: '',
        settings: '{}',
        connector_id: ALONE,
        created_at: '2026-01-01T00:00:00.000Z',
        updated_at: '2026-01-01T00:00:00.000Z',
      });
    });

    it('goes along, all of it, and its owner is the same at once', async () => {
      await read([named], [known]);
      expect(await mirror.get(key(ALONE))).toBeUndefined();
      expect(await mirror.get(key(UUID))).toMatchObject({ owner: TEAM });
      const bindings = createBindingStore(knex);
      expect(await bindings.madeFor([CHECKOUT])).toMatchObject([
        { objectId: UUID, state: 'accepted', decidedBy: BY.user },
      ]);
      expect(await bindings.acceptedOf([object(UUID)])).toHaveLength(1);
      const credentials = createCredentialsStore(knex);
      expect(await credentials.get(key(UUID))).toEqual({
        expiresOn: '2031-05-06',
      });
      expect(await credentials.get(key(ALONE))).toBeUndefined();
      const history = createSettingsHistory(knex);
      expect(await history.creationsOf(object(UUID))).toHaveLength(1);
      expect(await knex('connector_requests').first()).toMatchObject({
        connector_id: UUID,
      });
      // It stays its own when Asset Management shows it no more.
      await read([], [known]);
      expect(await mirror.get(key(UUID))).toMatchObject({ owner: TEAM });
    });

    it('stays where it is while the connector keeps its id', async () => {
      await read([named], []);
      await read([named], [awsConnector({ id: OTHER })]);
      expect(await mirror.get(key(ALONE))).toMatchObject({ owner: TEAM });
      expect(await createBindingStore(knex).madeFor([CHECKOUT])).toMatchObject([
        { objectId: ALONE },
      ]);
    });

    it('gives way to what was noted under the new id, and to what somebody has decided', async () => {
      const credentials = createCredentialsStore(knex);
      await credentials.put(key(UUID), { expiresOn: '2032-01-01' });
      const bindings = createBindingStore(knex);
      const { bindings: rows } = await bindings.record([
        { entityRef: CHECKOUT, owner: TEAM, claims: [object(UUID)] },
      ]);
      await bindings.decide(rows[0].id, 'reject', { user: 'user:default/pat' });
      await read([named], [known]);
      expect(await credentials.get(key(UUID))).toEqual({
        expiresOn: '2032-01-01',
      });
      expect(await credentials.get(key(ALONE))).toBeUndefined();
      expect(await bindings.decidedOf(object(UUID))).toMatchObject([
        { state: 'rejected', decidedBy: 'user:default/pat' },
      ]);
      expect(await bindings.madeFor([CHECKOUT])).toEqual([]);
    });

    it('decides a claim on the new id that waits for somebody', async () => {
      const bindings = createBindingStore(knex);
      await bindings.record([
        { entityRef: CHECKOUT, owner: TEAM, claims: [object(UUID)] },
      ]);
      await read([named], [known]);
      expect(await bindings.acceptedOf([object(UUID)])).toMatchObject([
        { claimed: true, decidedBy: BY.user },
      ]);
    });
  });
});

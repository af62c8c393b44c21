import type { RequestDraftSettings } from 'backstage-plugin-qualys-common';
import {
  APPROVER,
  AWS_SETTINGS,
  AZURE_KEY,
  AZURE_SETTINGS,
  COLLEAGUE,
  useRequestsBackend,
} from '../__testUtils__/requests';

jest.setTimeout(60_000);

const { simulator, start } = useRequestsBackend(0);

const AS_TYPED = {
  owner: 'Group:Payments',
  system: 'System:Default/Shop',
  entityRef: 'component:Checkout',
};
const IN_FULL = {
  owner: 'group:default/payments',
  system: 'system:default/shop',
  entityRef: 'component:default/checkout',
};
const IN_CAPITALS: RequestDraftSettings = {
  ...AZURE_SETTINGS,
  account: AZURE_SETTINGS.account.toUpperCase(),
  applicationId: AZURE_SETTINGS.applicationId.toUpperCase(),
  directoryId: AZURE_SETTINGS.directoryId.toUpperCase(),
};

describe('references of entities that somebody types', () => {
  it('are kept in full, and are those of the catalog', async () => {
    const of = await start({
      qualys: {
        ownership: {
          rules: [
            {
              match: { account: AWS_SETTINGS.account },
              owner: IN_FULL.owner,
            },
          ],
        },
      },
    });
    const { settings, conflicts, id, version } = await of.submitted('AWS', {
      ...AWS_SETTINGS,
      ...AS_TYPED,
    });
    expect(settings).toEqual({ ...AWS_SETTINGS, ...IN_FULL });
    expect(conflicts).toEqual([]);
    // Whoever is in the group sees it.
    expect((await of.read(id, COLLEAGUE)).id).toBe(id);

    const approved = await of.act({ id, version }, 'approve', {
      as: APPROVER,
      body: { changes: { owner: 'Group:Shipping' } },
    });
    expect(approved.settings.owner).toBe('group:default/shipping');
  });

  it('stay as they are while they are typed by half', async () => {
    const of = await start();
    const half = { owner: 'Payments', system: 'System:', entityRef: '' };
    expect((await of.draft('AWS', half)).settings).toEqual(half);
  });
});

describe('ids of Azure', () => {
  it('are the same in capitals and in small letters', async () => {
    const of = await start();
    simulator.current.control.addConnector({
      name: 'Made in Qualys',
      provider: 'AZURE',
      subscriptionId: IN_CAPITALS.account,
    });
    await of.sync();
    const { id } = await of.submitted('AZURE', AZURE_SETTINGS);
    const { body } = await of.call('post', '/requests/check', {
      as: APPROVER,
      body: {
        subscription: 'main',
        provider: 'AZURE',
        settings: { ...IN_CAPITALS, name: 'Another' },
      },
    });
    expect(body.conflicts).toMatchObject([
      { kind: 'accountConnected', connector: { name: 'Made in Qualys' } },
      { kind: 'accountRequested', request: { id } },
    ]);
  });

  it('are kept in small letters, and nothing that was given for them is lost', async () => {
    const of = await start();
    const draft = await of.draft('AZURE', IN_CAPITALS);
    expect(draft.settings).toEqual(AZURE_SETTINGS);
    const given = await of.act(draft, 'access', {
      body: { authenticationKey: AZURE_KEY },
    });
    const saved = of.details(
      await of.call('put', `/requests/${given.id}`, {
        version: given.version,
        body: { settings: IN_CAPITALS },
      }),
    );
    expect(saved).toMatchObject({
      settings: AZURE_SETTINGS,
      access: { keyHeld: true },
    });
  });
});

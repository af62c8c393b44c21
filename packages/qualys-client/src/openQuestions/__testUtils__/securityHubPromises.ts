import {
  diffSecurityHubRows,
  replaceSecurityHubRows,
  securityHubIntegrationSchema,
  toSecurityHubConfigurations,
} from 'qualys-model';
import { errorOf } from '../../__testUtils__/server';
import { ACCOUNTS, addHub, ODD_NAME, row } from './objects';
import type { ClientPromise } from './promises';
import type { World } from './world';

const [OURS, ...OTHERS] = ACCOUNTS;
const AS_IT_WAS = ACCOUNTS.map(account => row(account));

/** What the client reads of an integration, once it is what the platform keeps. */
async function readBack({ client, control }: World, id: string) {
  const { integrations } = await client.securityHub.get(id);
  expect(integrations).toHaveLength(1);
  const { name, rows } = securityHubIntegrationSchema.parse(integrations[0]);
  const kept = control.securityHubIntegration(id)!;
  expect({ name, rows }).toEqual({ name: kept.name, rows: kept.rows });
  return rows;
}

/** Writes all rows that an integration shall have, and reads them back. */
async function reconfigured(
  world: World,
  id: string,
  newRows: ReturnType<typeof row>[],
) {
  const wanted = replaceSecurityHubRows(
    await readBack(world, id),
    [OURS],
    newRows,
  );
  await world.client.securityHub.reconfigure(
    id,
    toSecurityHubConfigurations(wanted),
  );
  return { wanted, after: await readBack(world, id) };
}

async function everyListIsReadAsItIs(world: World) {
  const { securityHub } = world.client;
  const names = [ODD_NAME, '"a" = {'];
  const ids = names.map(name => addHub(world, name));
  for (const list of [securityHub.list(), securityHub.listVm()]) {
    const { integrations } = await list;
    expect(integrations.map(({ id }) => id)).toEqual(ids);
    expect(integrations.map(({ name }) => name)).toEqual(names);
  }
  expect(await readBack(world, ids[1])).toEqual(AS_IT_WAS);
}

async function changingARowLosesNoOther(world: World) {
  const id = addHub(world);
  const { wanted, after } = await reconfigured(world, id, [row(OURS, 5)]);
  expect(diffSecurityHubRows(wanted, after)).toEqual([]);
  expect(after).toHaveLength(ACCOUNTS.length);
}

async function takingARowOutShowsWhetherItStays(world: World) {
  const id = addHub(world);
  const { wanted, after } = await reconfigured(world, id, []);
  for (const other of OTHERS) expect(after).toContainEqual(row(other));
  const stays = after.some(({ awsAccount }) => awsAccount === OURS);
  expect(diffSecurityHubRows(wanted, after)).toMatchObject(
    stays ? [{ awsAccount: OURS, kind: 'added' }] : [],
  );
}

async function namedAccountsAreNotSentUnasked(world: World) {
  const id = addHub(world);
  world.control.clearJournal();
  expect(
    await errorOf(
      world.client.securityHub.deleteAccounts(id, { awsAccounts: [OURS] }),
    ),
  ).toMatchObject({ kind: 'invalid', path: 'awsAccounts' });
  expect(world.control.journal()).toEqual([]);
  expect(await readBack(world, id)).toEqual(AS_IT_WAS);
}

const DELETIONS = [
  { what: 'named', deletion: { awsAccounts: [OURS] }, gone: [OURS] },
  { what: 'all', deletion: { allAccounts: true as const }, gone: ACCOUNTS },
];

function deleting({ deletion, gone }: (typeof DELETIONS)[number]) {
  async function accountsGoOrTheCallIsRefused(world: World) {
    const { securityHub } = world.client;
    const id = addHub(world);
    const before = await readBack(world, id);
    const refusal = await securityHub
      .deleteAccounts(id, deletion, { mayDeleteAll: true })
      .then(
        () => undefined,
        error => error,
      );
    const after = await readBack(world, id);
    if (refusal) {
      expect(refusal).toMatchObject({ kind: 'invalid' });
      expect(after).toEqual(before);
      return;
    }
    const left = after.map(({ awsAccount }) => awsAccount);
    expect(left.filter(account => gone.includes(account))).toEqual([]);

    const wanted = before.filter(one => !gone.includes(one.awsAccount));
    const missing = wanted.filter(one => !left.includes(one.awsAccount));
    if (missing.length > 0) {
      await securityHub.configure(id, toSecurityHubConfigurations(missing));
    }
    expect(diffSecurityHubRows(wanted, await readBack(world, id))).toEqual([]);
  }
  return accountsGoOrTheCallIsRefused;
}

async function regionsOfOneAccountGo(world: World) {
  const id = addHub(world);
  await world.client.securityHub.deleteRegions(id, [
    { awsAccounts: [OURS], regions: ['eu-west-1'] },
  ]);
  expect(await readBack(world, id)).toEqual([
    { ...row(OURS), regions: ['eu-west-2'] },
    ...OTHERS.map(account => row(account)),
  ]);
}

/** What the client promises of Security Hub, whatever Qualys does. */
export const securityHubPromises: readonly ClientPromise[] = Object.entries({
  'Security Hub is read as it is, in every list': everyListIsReadAsItIs,
  'changing the row of an account in Security Hub loses no row of another':
    changingARowLosesNoOther,
  'taking the row of an account out of Security Hub loses no other, and shows where it stays':
    takingARowOutShowsWhetherItStays,
  'accounts that are named are not deleted from Security Hub unasked':
    namedAccountsAreNotSentUnasked,
  ...Object.fromEntries(
    DELETIONS.map(one => [
      `deleting ${one.what} accounts from Security Hub deletes them or is refused, and what went with them can be brought back`,
      deleting(one),
    ]),
  ),
  'regions of one account in Security Hub go, and no others':
    regionsOfOneAccountGo,
}).map(([name, holds]) => ({ name, dialects: ['json'], holds }));

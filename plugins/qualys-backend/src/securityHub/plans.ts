import { ConflictError } from '@backstage/errors';
import {
  securityHubChanges,
  securityHubCreationSteps,
  type SecurityHubIntegrationDetails,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import {
  toSecurityHubConfigurations,
  type SecurityHubIntegration,
  type SecurityHubRow,
} from 'qualys-model';
import { InvalidRequestError } from '../errors';
import type { Known } from '../reads';
import { createStepRun, type SettingsPlan } from '../settings';
import { checkRows } from './checkRows';
import { readBack, sendOnce, type HubDeps } from './deps';
import { NOT_AS_ASKED } from './planRows';
import { integrationRead, listRead, type HubKey } from './read';
import { isPosting, wholeView } from './views';

type Plan = SettingsPlan<SecurityHubIntegrationDetails>;

/** An integration that is to be changed, as it was read just now. */
export interface HubObject {
  key: HubKey;
  before: Known<SecurityHubIntegration>;
}

/** Creates an integration and gives it its first accounts. */
export function planCreation(
  deps: HubDeps,
  {
    subscription,
    known,
    name,
    rows,
  }: {
    subscription: string;
    /** The integrations that there are. */
    known: readonly SecurityHubIntegration[];
    name: string;
    rows: readonly SecurityHubRow[];
  },
): Plan {
  checkRows(
    rows,
    [],
    rows.map(({ awsAccount }) => awsAccount),
  );
  if (known.some(integration => integration.name === name)) {
    throw new InvalidRequestError([
      {
        path: 'body.name',
        message: 'is the name of another Security Hub integration already',
      },
    ]);
  }
  const { securityHub } = deps.qualys;
  const run = createStepRun(securityHubCreationSteps({ name, rows }));
  let id: string | undefined;
  const keyOf = (made: string) => ({ subscription, id: made });
  const look = async (made: string) =>
    wholeView(keyOf(made), await readBack(deps, keyOf(made)));

  const create = () =>
    sendOnce(
      async () => {
        ({ id } = await securityHub.create(name));
      },
      async () => {
        const { value: all } = await deps.reads.readNow(listRead(subscription));
        // Names are unique, and there was none of this one.
        id = all.find(integration => integration.name === name)?.id;
        return id !== undefined;
      },
    );

  let after: SecurityHubIntegrationDetails | undefined;
  return {
    changes: [
      { setting: 'name', effect: 'widening', after: name },
      ...securityHubChanges([], rows),
    ],
    settings: { name, rows },
    steps: run.results,
    made: () => id,
    async send() {
      await run.run(async step => {
        if (step.kind === 'create') {
          await create();
        } else if (step.kind === 'configure') {
          await sendOnce(
            () => securityHub.configure(id!, toSecurityHubConfigurations(rows)),
            async () => isAsAsked((await look(id!)).rows),
          );
        } else {
          after = await look(id!);
          if (!isAsAsked(after.rows)) throw new ConflictError(NOT_AS_ASKED);
        }
        return 'done';
      });
      return after!;
    },
    present: async () => (id === undefined ? undefined : look(id)),
  };

  function isAsAsked(held: readonly SecurityHubRow[]): boolean {
    return securityHubChanges(held, rows).length === 0;
  }
}

/** Gives an integration another name. */
export function planRename(
  deps: HubDeps,
  { key, before }: HubObject,
  name: string,
): Plan {
  const { name: was } = before.value;
  const look = async () => wholeView(key, await readBack(deps, key));
  return {
    changes:
      name === was
        ? []
        : [{ setting: 'name', effect: 'neutral', before: was, after: name }],
    settings: { name },
    async send() {
      await deps.qualys.securityHub.rename(key.id, name);
      // It is done, whether it can be read back or not.
      return look().catch(async () =>
        wholeView(
          key,
          await deps.reads.put(integrationRead(key), { ...before.value, name }),
        ),
      );
    },
    async lookAgain() {
      const state = await look();
      return { done: state.name === name, state };
    },
  };
}

function requireTyped(typed: string, { value: { name } }: HubObject['before']) {
  if (typed === name) return;
  throw new InvalidRequestError([
    {
      path: 'body.name',
      message: 'must be the name of the integration, just as Qualys has it',
    },
  ]);
}

/** Takes all accounts out of an integration, whose name was typed for that. */
export function planRemovalOfAccounts(
  deps: HubDeps,
  { key, before }: HubObject,
  typed: string,
): Plan {
  requireTyped(typed, before);
  const { rows } = before.value;
  const { securityHub } = deps.qualys;
  const run = createStepRun([
    { kind: 'removeAllAccounts' },
    { kind: 'readBack' },
  ]);
  const look = async () => wholeView(key, await readBack(deps, key));
  const isEmpty = (now: SecurityHubIntegrationDetails) =>
    !now.rows.some(isPosting);

  const remove = async () => {
    try {
      await securityHub.deleteAccounts(key.id, { allAccounts: true });
    } catch (error) {
      if (!(error instanceof QualysError) || error.kind !== 'invalid') {
        throw error;
      }
      // The document shows no body; where Qualys wants one, it names them all.
      const awsAccounts = rows.map(({ awsAccount }) => awsAccount);
      await securityHub.deleteAccounts(
        key.id,
        { awsAccounts: [...new Set(awsAccounts)] },
        { mayDeleteAll: true },
      );
    }
  };

  let after: SecurityHubIntegrationDetails | undefined;
  return {
    changes: securityHubChanges(rows, []),
    settings: { rows: [] },
    steps: run.results,
    async send() {
      await run.run(async step => {
        if (step.kind === 'readBack') {
          after = await look();
          if (!isEmpty(after)) throw new ConflictError(NOT_AS_ASKED);
        } else {
          await sendOnce(remove, async () => isEmpty(await look()));
        }
        return 'done';
      });
      return after!;
    },
    present: look,
  };
}

/** Deletes an integration, whose name was typed for that. */
export function planDeletion(
  deps: HubDeps,
  { key, before }: HubObject,
  typed: string,
): Plan {
  requireTyped(typed, before);
  const { name, rows } = before.value;
  const gone: SettingChange = {
    setting: 'name',
    effect: 'weakening',
    before: name,
  };
  const view = wholeView(key, before);
  const forget = async () => {
    await deps.reads.forget(integrationRead(key));
    await deps.reads.forget(listRead(key.subscription));
  };
  return {
    changes: [gone, ...securityHubChanges(rows, [])],
    async send() {
      await deps.qualys.securityHub.delete(key.id);
      await forget();
      return view;
    },
    async lookAgain() {
      await forget();
      const { value: left } = await deps.reads.readNow(
        listRead(key.subscription),
      );
      return { done: !left.some(({ id }) => id === key.id), state: view };
    },
  };
}

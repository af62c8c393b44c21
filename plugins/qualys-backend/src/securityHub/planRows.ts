import { ConflictError } from '@backstage/errors';
import {
  securityHubChanges,
  securityHubSteps,
  type Step,
} from 'backstage-plugin-qualys-common';
import {
  replaceSecurityHubRows,
  toSecurityHubConfigurations,
  type SecurityHubIntegration,
  type SecurityHubReadRow,
  type SecurityHubRow,
} from 'qualys-model';
import type { Known } from '../reads';
import { createStepRun, type SettingsPlan } from '../settings';
import { checkRows, requireWritable } from './checkRows';
import { readBack, sendOnce, type HubDeps } from './deps';
import type { HubKey } from './read';
import { isPosting } from './views';

/** The rows that somebody wants some accounts of an integration to have. */
export interface WantedRows<S> {
  key: HubKey;
  /** The integration, as it was read just now. */
  before: Known<SecurityHubIntegration>;
  /** The accounts that may change; one without a wanted row goes. */
  accounts: readonly string[];
  wanted: readonly SecurityHubRow[];
  /** What the caller may see of the integration. */
  view(known: Known<SecurityHubIntegration>): S;
}

export const NOT_AS_ASKED =
  'Qualys took the change, but does not hold what was asked for; look at what it holds now';

/** Whether accounts get at least what rows ask for. */
function cover(
  held: readonly SecurityHubRow[],
  rows: readonly SecurityHubRow[],
): boolean {
  return rows.every(row =>
    held.some(
      each =>
        each.awsAccount === row.awsAccount &&
        each.minSeverity === row.minSeverity &&
        each.baseCategory === row.baseCategory &&
        row.regions.every(region => each.regions.includes(region)),
    ),
  );
}

function asText(rows: readonly SecurityHubReadRow[]): string[] {
  return rows
    .filter(isPosting)
    .map(({ regions, ...row }) =>
      JSON.stringify([
        row.awsAccount,
        row.minSeverity,
        row.baseCategory,
        regions.toSorted(),
        row.others,
      ]),
    )
    .sort();
}

/**
 * Changes the rows of some accounts of an integration and of no others,
 * whatever Qualys makes of a write: see `securityHubSteps` for the way.
 *
 * @throws InvalidRequestError for wanted rows that may not be written
 * @throws ConflictError where the rows of others could not be written back
 */
export function planRows<S>(
  deps: HubDeps,
  { key, before, accounts, wanted, view }: WantedRows<S>,
): SettingsPlan<S> {
  const { securityHub } = deps.qualys;
  const ofThese = <R extends SecurityHubRow>(rows: readonly R[]) =>
    rows.filter(({ awsAccount }) => accounts.includes(awsAccount));
  const ofOthers = <R extends SecurityHubRow>(rows: readonly R[]) =>
    rows.filter(({ awsAccount }) => !accounts.includes(awsAccount));

  const all = before.value.rows;
  const own = ofThese(all);
  const others = ofOthers(all);
  checkRows(wanted, own, accounts);
  const changes = securityHubChanges(own, wanted);
  if (changes.length > 0) requireWritable(all.filter(isPosting));

  const run = createStepRun(
    securityHubSteps({
      before: own,
      after: wanted,
      shared: others.some(isPosting),
    }),
  );
  let held = before;
  let changed = false;
  const look = async () => {
    held = await readBack(deps, key);
    return held.value.rows;
  };

  const write = async (kind: 'configure' | 'write') => {
    // A row without regions posts nothing, and the calls take none such.
    const configurations = toSecurityHubConfigurations(
      replaceSecurityHubRows(all, accounts, wanted).filter(isPosting),
    );
    await sendOnce(
      () =>
        kind === 'configure'
          ? securityHub.configure(key.id, configurations)
          : securityHub.reconfigure(key.id, configurations),
      async () => cover(await look(), wanted.filter(isPosting)),
    );
  };

  const leftOver = ({ accounts: lost }: Step & { kind: 'removeRegions' }) =>
    lost
      .map(({ awsAccount, regions }) => ({
        awsAccounts: [awsAccount],
        regions: regions.filter(region =>
          held.value.rows.some(
            row =>
              row.awsAccount === awsAccount && row.regions.includes(region),
          ),
        ),
      }))
      .filter(isPosting);

  const removeRegions = async (step: Step & { kind: 'removeRegions' }) => {
    await sendOnce(
      () => securityHub.deleteRegions(key.id, leftOver(step)),
      async () => {
        await look();
        return leftOver(step).length === 0;
      },
    );
  };

  const act = async (step: Step): Promise<'done' | 'notNeeded'> => {
    switch (step.kind) {
      case 'configure':
      case 'write':
        await write(step.kind);
        changed = true;
        return 'done';
      case 'removeRegions':
        if (leftOver(step).length === 0) return 'notNeeded';
        await removeRegions(step);
        changed = true;
        return 'done';
      default:
        if (!changed) return 'notNeeded';
        await look();
        changed = false;
        return 'done';
    }
  };

  const warnOfOthers = () => {
    const is = asText(ofOthers(held.value.rows));
    if (asText(others).join() === is.join()) return;
    deps.logger.warn(
      `The Security Hub integration ${key.subscription}/${
        key.id
      } does not hold the rows of other accounts as they were before a change of ${accounts.join()}: somebody has changed them in Qualys meanwhile, or Qualys has`,
    );
  };

  return {
    changes,
    settings: { rows: wanted },
    steps: run.results,
    async send() {
      await run.run(async (step, index) => {
        const state = await act(step);
        const isLast = index === run.results().length - 1;
        if (isLast) {
          warnOfOthers();
          if (securityHubChanges(ofThese(held.value.rows), wanted).length > 0) {
            throw new ConflictError(NOT_AS_ASKED);
          }
        }
        return state;
      });
      return view(held);
    },
    async present() {
      await look();
      return view(held);
    },
  };
}

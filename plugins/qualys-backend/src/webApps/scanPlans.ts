import { ConflictError } from '@backstage/errors';
import type {
  WebAppScan,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';
import type { ScanSettings } from 'qualys-model';
import { nothingBound } from '../entities';
import { InvalidRequestError } from '../errors';
import { TAKEN_BUT_UNREAD, type SettingsPlan } from '../settings';
import { scanListOf, scansOf, toWebAppScan } from './scanList';
import type { WebAppPlanDeps } from './updatePlan';

type Plan = SettingsPlan<WebAppScanList>;

/** A scan as it is asked for; the web app is that of the path. */
export type WantedScan = Omit<ScanSettings, 'webApp'>;

function unread(
  current: WebAppScanList,
  items: readonly WebAppScan[],
): WebAppScanList {
  const { asOf } = current;
  return scanListOf(scansOf(items), { asOf, staleBecause: TAKEN_BUT_UNREAD });
}

/**
 * A scan signs in with what belongs to the web app, and with nothing else of
 * the subscription: otherwise a site could be made to learn the password of
 * another one.
 */
async function requireAssigned(
  { key, reads }: WebAppPlanDeps,
  { authRecord }: WantedScan,
): Promise<void> {
  if (authRecord === undefined || authRecord === 'default') return;
  const { authRecords } = await reads.webApp(key, { fresh: true });
  if (!authRecords?.some(({ id }) => id === authRecord.id)) {
    throw new InvalidRequestError([
      {
        path: 'body.authRecord.id',
        message:
          'must be one of the authentication records that are assigned to the web app',
      },
    ]);
  }
}

/** Launches a scan. */
export async function planLaunch(
  deps: WebAppPlanDeps,
  current: WebAppScanList,
  wanted: WantedScan,
): Promise<Plan> {
  const { key, qualys, reads } = deps;
  await requireAssigned(deps, wanted);
  const { name, type } = wanted;
  const before = new Set(current.items.map(({ id }) => id));
  return {
    changes: [
      {
        setting: 'scan',
        effect: 'neutral',
        after: JSON.parse(JSON.stringify(wanted)),
      },
    ],
    async send() {
      const { id } = await qualys.scans.launch({
        ...wanted,
        webApp: { id: key.id },
      });
      try {
        const scan = toWebAppScan(await qualys.scans.get(id));
        return await reads.putScans(key, [scan, ...current.items]);
      } catch {
        await reads.forget(key);
        return unread(current, [
          toWebAppScan({ id, name, type }),
          ...current.items,
        ]);
      }
    },
    async lookAgain() {
      const state = await reads.scansNow(key);
      const done = state.items.some(
        scan =>
          !before.has(scan.id) && scan.name === name && scan.type === type,
      );
      // Whoever tried again too soon would scan twice.
      if (!done) throw new Error('The scan may still be on its way');
      return { done, state };
    },
    lost: () => reads.forget(key),
  };
}

/**
 * A list may be of a while ago, and Qualys cancels whatever scan it is given:
 * the scan itself must say that it is one of the web app.
 *
 * @throws NotFoundError as for scans that there are not
 */
async function requireOwn(
  { key, qualys }: WebAppPlanDeps,
  scanId: string,
): Promise<void> {
  const { webApp } = await qualys.scans.get(scanId).catch(error => {
    const isUnknown = error instanceof QualysError && error.kind === 'notFound';
    throw isUnknown ? nothingBound() : error;
  });
  if (webApp?.id !== key.id) throw nothingBound();
}

/** Cancels a scan. */
export async function planCancel(
  deps: WebAppPlanDeps,
  current: WebAppScanList,
  { scanId, withResults }: { scanId: string; withResults?: boolean },
): Promise<Plan> {
  const { key, qualys, reads } = deps;
  const scan = current.items.find(({ id }) => id === scanId);
  if (!scan) throw nothingBound();
  if (scan.ended) {
    throw new ConflictError('The scan has come to its end already');
  }
  await requireOwn(deps, scanId);
  const { id, name, status } = scan;
  return {
    changes: [
      {
        setting: 'scan',
        effect: 'weakening',
        before: JSON.parse(JSON.stringify({ id, name, status })),
      },
    ],
    async send() {
      await qualys.scans.cancel(id, { withResults });
      try {
        return await reads.scansNow(key);
      } catch {
        await reads.forget(key);
        return unread(current, current.items);
      }
    },
    async lookAgain() {
      const state = await reads.scansNow(key);
      const after = state.items.find(each => each.id === id);
      // Qualys takes its time to end a scan that it is told to cancel.
      const isCanceling = after?.status?.toUpperCase() === 'CANCELING';
      return { done: after?.outcome === 'canceled' || isCanceling, state };
    },
    lost: () => reads.forget(key),
  };
}

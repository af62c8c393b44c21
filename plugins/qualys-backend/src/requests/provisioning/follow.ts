import { QualysError } from 'qualys-client';
import { connectorState } from 'qualys-model';
import type { RequestRecord } from '../store';
import type { Course, ProvisioningTimes } from './course';
import { idOf, type CreatingApi, type FoundConnector } from './creatingApi';
import type { Handover } from './handover';
import {
  GONE,
  notYet,
  readingFailed,
  stillPending,
  SWITCHED_OFF,
} from './problems';
import { backoffMs } from './reactions';

// Where Qualys gives a code alone, its list of errors may say more.
const CODE_ALONE = /^\s*\d*\s*$/;

async function saidOf(
  course: Course,
  api: CreatingApi,
  connector: FoundConnector,
): Promise<string | undefined> {
  const { error = '' } = connector;
  if (!CODE_ALONE.test(error)) return error;
  const { request, how } = course;
  // What Qualys does not tell is no reason to ask for it again and again.
  const more = await api.saysOf(request, connector, how).catch(() => undefined);
  return [error.trim(), more].filter(Boolean).join(': ') || undefined;
}

/**
 * What a state is worth: one from before Qualys was told to read the account
 * again says nothing.
 */
function isNews({ ran }: RequestRecord, connector: FoundConnector): boolean {
  return (
    !ran ||
    ran.reportedState !== connector.reportedState ||
    ran.lastSyncedOn !== connector.lastSyncedOn
  );
}

/**
 * Looks how far the connector of a request is, puts it into the mirror, and
 * ends the request where Qualys has read the account, or could not.
 */
export async function follow(
  course: Course,
  api: CreatingApi,
  deps: { handover: Handover; times: ProvisioningTimes },
): Promise<void> {
  const { handover, times } = deps;
  let connector: FoundConnector;
  try {
    connector = await api.get(
      course.request,
      idOf(course.request)!,
      course.how,
    );
  } catch (error) {
    if (!(error instanceof QualysError) || error.kind !== 'notFound') {
      throw error;
    }
    await handover.gone(course.request);
    await course.fail(GONE);
    return;
  }

  const { request } = course;
  const { reportedState } = connector;
  const connectorId = await handover.mirror(request, connector);
  const now = { connectorId, reportedState };
  const state = isNews(request, connector)
    ? connectorState(connector)
    : 'pending';
  switch (state) {
    case 'success':
      await handover.end(request, connectorId);
      await course.move([{ action: 'activate' }], {
        ...now,
        secret: null,
        ran: null,
        nextLookAt: null,
        expiresAt: null,
      });
      return;
    case 'error':
      await course.fail(
        readingFailed(request, await saidOf(course, api, connector)),
        now,
      );
      return;
    case 'disabled':
      await course.fail(SWITCHED_OFF, now);
      return;
    default: {
      const waited = Date.now() - Date.parse(request.updatedAt);
      if (waited >= times.patienceMs) {
        const minutes = Math.round(times.patienceMs / 60_000);
        await course.fail(stillPending(minutes), now);
        return;
      }
      await course.wait(
        backoffMs(request.looks, times.firstLookMs, times.longestLookMs),
        connector.error && state !== 'unknown'
          ? notYet(request, connector.error)
          : null,
        { ...now, looks: request.looks + 1 },
      );
    }
  }
}

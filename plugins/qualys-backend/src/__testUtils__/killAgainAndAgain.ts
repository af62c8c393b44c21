import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import type { Knex } from 'knex';
import type { Simulator } from 'qualys-simulator';
import {
  aMinuteGoesBy,
  backendsOn,
  idsIn,
  idsInQualys,
  leftBehind,
  momentsOf,
  untilWithinTwoMinutes,
} from './killings';

// So small that a sync takes many calls, each of which is a moment of its own.
const PAGE_SIZE = 40;
const CALL_MS = 15;

// More of GCP than may go at once.
const TOO_MANY = 5;

// Of this part of the times, the mirror is still to be filled.
const FILLING = 0.3;

function inBoth(
  all: readonly MirroredConnector[],
  cloud: MirroredConnector['provider'],
): string[] {
  return all
    .filter(
      ({ assetManagement, cloudView, groups, provider }) =>
        provider === cloud &&
        assetManagement &&
        cloudView &&
        groups.length === 0,
    )
    .map(({ id }) => id);
}

/**
 * Kills backends at random moments of their syncs: of the first ones while the
 * mirror is filled, of the later ones while connectors come, change and go, and
 * others are to be held back. After each, nothing is gone from the mirror that
 * is still in Qualys or waits for a person. In the end, no run is under way, and
 * the mirror is what Qualys says, with what waits.
 *
 * @param options - `isPatient`: whether the one that was killed last is found
 * by its own silence, which takes a minute
 */
export async function killAgainAndAgain(
  config: Knex.Config,
  simulator: Simulator,
  options: { seed: number; times: number; isPatient?: boolean },
): Promise<void> {
  const { seed, times, isPatient = false } = options;
  const { control } = simulator;
  control.setBehaviours({ largestPage: PAGE_SIZE });
  control.clearJournal();
  await idsInQualys(simulator);
  const calls = control.journal().length;
  const backends = backendsOn(config, simulator);
  const gone = new Set<string>();
  let mirrored = new Set<string>();
  let left: Awaited<ReturnType<typeof leftBehind>>;

  const killAt = async (moment: { calls: number; thenMs: number }) => {
    control.addFault({ match: {}, kind: 'slow', delayMs: CALL_MS });
    control.clearJournal();
    await backends.start();
    await backends.syncNow();
    await untilWithinTwoMinutes(
      `${moment.calls} of ${calls} calls had come`,
      async () => control.journal().length >= moment.calls,
    );
    await new Promise(resolve => setTimeout(resolve, moment.thenMs));
    await backends.kill();
    control.clearFaults();
    left = await leftBehind(config);
    const { ids, running } = left;
    const lost = [...mirrored].filter(id => !ids.has(id) && !gone.has(id));
    expect({ seed, moment, lost }).toEqual({ seed, moment, lost: [] });
    expect(running.length).toBeLessThanOrEqual(1);
    mirrored = ids;
  };

  try {
    const moments = momentsOf(seed, times, calls);
    const filling = Math.ceil(FILLING * times);
    for (const moment of moments.slice(0, filling)) {
      await killAt(moment);
      await aMinuteGoesBy(config);
    }
    await backends.start();
    await backends.syncInFull();
    const all = await backends.connectors();
    await backends.kill();
    mirrored = (await leftBehind(config)).ids;

    const waiting = inBoth(all, 'GCP').slice(0, TOO_MANY);
    for (const id of waiting) control.removeConnector(id);
    const aws = inBoth(all, 'AWS');
    const interrupted = new Set<string>();
    const later = moments.slice(filling);
    if (isPatient) later.push({ calls: Math.ceil(calls / 2), thenMs: 0 });
    for (const [nth, moment] of later.entries()) {
      control.removeConnector(aws[2 * nth]);
      gone.add(aws[2 * nth]);
      control.addConnector({ name: `added ${nth}` });
      control.updateConnector(aws[2 * nth + 1], { name: `renamed ${nth}` });
      await killAt(moment);
      left!.running.forEach(id => interrupted.add(id));
      const isLast = nth === later.length - 1;
      if (!isLast || !isPatient) await aMinuteGoesBy(config);
    }

    await backends.start();
    await backends.syncInFull();
    const runs = await backends.runs();
    expect(runs.filter(({ outcome }) => outcome === 'running')).toEqual([]);
    for (const { id, outcome } of runs) {
      if (interrupted.has(id)) expect(outcome).toBe('abandoned');
    }
    expect(interrupted.size).toBeGreaterThan(0);

    const held = new Set(await backends.heldBack());
    const kept = await backends.connectors();
    expect([...held]).toEqual(expect.arrayContaining(waiting));
    expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining([...held]));
    expect(idsIn(kept.filter(({ id }) => !held.has(id)))).toEqual(
      await idsInQualys(simulator),
    );
    const names = kept.map(({ name }) => name);
    for (const nth of later.keys()) {
      expect(names).toContain(`added ${nth}`);
      expect(names).toContain(`renamed ${nth}`);
    }
  } finally {
    await backends.kill();
  }
}

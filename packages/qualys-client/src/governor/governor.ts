import { QUALYS_API_FAMILIES, type QualysApiFamily } from '../http';
import { machineClock, type Clock } from './clock';
import {
  createFamilyGovernor,
  type FamilyGovernor,
  type TrialWaits,
} from './familyGovernor';
import type { GovernorSettings } from './limits';
import type { QualysLimitState } from './limitState';

/** The turns of all calls of a subscription, a family of APIs apart. */
export interface Governor {
  family(family: QualysApiFamily): FamilyGovernor;
  /** One entry for each family that was asked for or configured. */
  states(): QualysLimitState[];
  close(): void;
}

export function createGovernor(
  settings: GovernorSettings,
  setup: { trialWaits: TrialWaits; clock?: Clock },
): Governor {
  const { trialWaits, clock = machineClock() } = setup;
  const families = new Map<QualysApiFamily, FamilyGovernor>();

  function family(name: QualysApiFamily): FamilyGovernor {
    const known = families.get(name);
    if (known) return known;
    const made = createFamilyGovernor(name, settings, { clock, trialWaits });
    families.set(name, made);
    return made;
  }

  for (const name of QUALYS_API_FAMILIES) {
    const { perHour, concurrency } = settings.families[name].configured;
    if (perHour || concurrency) family(name);
  }

  return {
    family,
    states: () =>
      QUALYS_API_FAMILIES.flatMap(name => families.get(name)?.state() ?? []),
    close() {
      for (const each of families.values()) each.close();
    },
  };
}

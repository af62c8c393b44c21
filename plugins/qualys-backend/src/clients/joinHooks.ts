import type { QualysHooks } from 'qualys-client';

/** Hooks that tell several others the same. */
export function joinHooks(...all: readonly QualysHooks[]): QualysHooks {
  return {
    onCallStarted: event => all.forEach(each => each.onCallStarted?.(event)),
    onCallFinished: event => all.forEach(each => each.onCallFinished?.(event)),
    onCallRetried: event => all.forEach(each => each.onCallRetried?.(event)),
    onCallWaited: event => all.forEach(each => each.onCallWaited?.(event)),
  };
}

import type {
  SettingsOutcome,
  StepResult,
} from 'backstage-plugin-qualys-common';
import { QualysError } from 'qualys-client';

/**
 * Whether Qualys certainly did nothing. The client is sure of that unless it
 * says otherwise; what is no error of the client has come after Qualys' answer.
 */
export function isRefusal(error: unknown): boolean {
  return error instanceof QualysError && error.kind !== 'outcomeUnknown';
}

/** What came of something that failed, after the steps that it takes, if any. */
export function outcomeOf(
  error: unknown,
  steps?: readonly StepResult[],
): SettingsOutcome {
  if (!steps) return isRefusal(error) ? 'refused' : 'unknown';
  const writes = steps.filter(({ step }) => step.kind !== 'readBack');
  if (writes.some(({ state }) => state === 'unknown')) return 'unknown';
  return writes.some(({ state }) => state === 'done') ? 'partly' : 'refused';
}

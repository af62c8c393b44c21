import { z } from 'zod';

/**
 * What the state of a connector means to a person.
 *
 * - `success`: Qualys reads the account.
 * - `pending`: Qualys has not finished (or not begun) reading it.
 * - `error`: Qualys cannot read it.
 * - `disabled`: somebody switched it off.
 * - `unknown`: Qualys used a word that is not known here.
 *
 * @public
 */
export const CONNECTOR_STATES = [
  'success',
  'pending',
  'error',
  'disabled',
  'unknown',
] as const;

/**
 * What the state of a connector means to a person.
 *
 * Source: {@link CONNECTOR_STATES}.
 *
 * @public
 */
export const connectorStateSchema = z.enum(CONNECTOR_STATES);

/** What the state of a connector means to a person. @public */
export type ConnectorState = z.infer<typeof connectorStateSchema>;

// The words of CloudView v1 (`state`) and Asset Management 3.0
// (`connectorState`), as they appear in the documents. Both sets are open.
const MEANING: Record<string, ConnectorState> = {
  SUCCESS: 'success',
  FINISHED_SUCCESS: 'success',
  REGIONS_DISCOVERED: 'success',
  'COMPLETED SUCCESSFULLY': 'success',
  PENDING: 'pending',
  RUNNING: 'pending',
  QUEUED: 'pending',
  PROCESSING: 'pending',
  INCOMPLETE: 'pending',
  ERROR: 'error',
  FINISHED_ERRORS: 'error',
  DISABLED: 'disabled',
};

/**
 * What a connector's reported state means. A connector that is switched off is
 * `disabled` whatever else is said of it. A code in `error` beside a good
 * state is a warning and changes nothing.
 *
 * @param connector - the word that Qualys used, and whether the connector is switched off
 *
 * @public
 */
export function connectorState(connector: {
  reportedState: string;
  disabled: boolean;
}): ConnectorState {
  if (connector.disabled) return 'disabled';
  return MEANING[connector.reportedState.trim().toUpperCase()] ?? 'unknown';
}

import { connectorState } from './state';

interface ConnectorWithError {
  reportedState: string;
  disabled: boolean;
  error?: string;
}

function isFailing(connector: ConnectorWithError): boolean {
  return connectorState(connector) === 'error';
}

/**
 * What Qualys complains about although the connector is not in error: a code
 * such as `50004` beside a good or a pending state. Undefined where there is
 * no complaint, and where the connector is in error.
 *
 * Source: CloudView API v1, "Unique Secure External ID for AWS connectors":
 * a connector that has just been created or updated carries
 * `"error": "50004"` beside `"state": "PENDING"`. What the code means is not
 * documented.
 *
 * @param connector - the word for its state, whether it is switched off, and what Qualys says is wrong
 *
 * @public
 */
export function connectorWarning(connector: {
  reportedState: string;
  disabled: boolean;
  error?: string;
}): string | undefined {
  return isFailing(connector) ? undefined : connector.error;
}

/**
 * What Qualys says is wrong with a connector that is in error. Undefined where
 * the connector is not in error, and where Qualys gives no reason.
 *
 * Source: CloudView API v1, `error` and `state` of a connector.
 *
 * @param connector - the word for its state, whether it is switched off, and what Qualys says is wrong
 *
 * @public
 */
export function connectorFailure(connector: {
  reportedState: string;
  disabled: boolean;
  error?: string;
}): string | undefined {
  return isFailing(connector) ? connector.error : undefined;
}

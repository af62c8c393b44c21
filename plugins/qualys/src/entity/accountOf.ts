import type { CloudConnector } from 'qualys-model';

/** The account of a connector with its human name, where it has one. */
export function accountOf(connector: CloudConnector): string {
  const alias =
    (connector.provider === 'AWS' && connector.accountAlias) ||
    (connector.provider === 'AZURE' && connector.subscriptionName);
  return alias ? `${connector.account} (${alias})` : connector.account;
}

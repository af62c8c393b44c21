import type { CloudConnector } from 'qualys-model';

/** The human name of a connector's account, where it has one. */
export function accountNameOf(connector: CloudConnector): string | undefined {
  switch (connector.provider) {
    case 'AWS':
      return connector.accountAlias;
    case 'AZURE':
      return connector.subscriptionName;
    default:
      return undefined;
  }
}

/** The account of a connector with its human name, where it has one. */
export function accountOf(connector: CloudConnector): string {
  const name = accountNameOf(connector);
  return name ? `${connector.account} (${name})` : connector.account;
}

import type { MirroredConnector } from 'backstage-plugin-qualys-common';
import { ProviderLabel } from '../../components/ProviderLabel';
import type { Translate } from '../../translation';
import type { Property } from './Properties';
import { copyable } from './values';

/** The account that a connector reads, and what Qualys gets in with. */
export function accountProperties(
  connector: MirroredConnector,
  t: Translate,
): Property[] {
  return [
    {
      name: t('details.cloud'),
      value: <ProviderLabel provider={connector.provider} />,
    },
    ...cloudProperties(connector, t),
  ];
}

function cloudProperties(
  connector: MirroredConnector,
  t: Translate,
): Property[] {
  switch (connector.provider) {
    case 'AWS':
      return [
        {
          name: t('details.awsAccount'),
          value: copyable(connector.account, t('details.awsAccount')),
        },
        { name: t('details.accountAlias'), value: connector.accountAlias },
        {
          name: t('details.partition'),
          value:
            (connector.govCloud && t('details.govCloud')) ||
            (connector.chinaRegion && t('details.chinaRegion')) ||
            undefined,
        },
        {
          name: t('details.arn'),
          value: copyable(connector.arn, t('details.arn')),
        },
        {
          name: t('details.externalId'),
          value: copyable(connector.externalId, t('details.externalId')),
        },
        { name: t('details.baseAccountId'), value: connector.baseAccountId },
      ];
    case 'AZURE':
      return [
        {
          name: t('details.azureAccount'),
          value: copyable(connector.account, t('details.azureAccount')),
        },
        {
          name: t('details.subscriptionName'),
          value: connector.subscriptionName,
        },
        {
          name: t('details.partition'),
          value: connector.govCloud ? t('details.govCloud') : undefined,
        },
        {
          name: t('details.applicationId'),
          value: copyable(connector.applicationId, t('details.applicationId')),
        },
        {
          name: t('details.directoryId'),
          value: copyable(connector.directoryId, t('details.directoryId')),
        },
      ];
    default:
      return [
        {
          name: t('details.gcpAccount'),
          value: copyable(connector.account, t('details.gcpAccount')),
        },
      ];
  }
}

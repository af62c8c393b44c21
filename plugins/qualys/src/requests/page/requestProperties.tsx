import type { ConnectorRequestDetails } from 'backstage-plugin-qualys-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Property } from '../../entity/details/Properties';
import { KeyExpiry } from '../../entity/KeyExpiry';
import { copyable } from '../../entity/details/values';
import type { Translate } from '../../translation';

/** What no approval changes: the account, and what Qualys gets in with. */
export function fixedProperties(
  { access, provider, settings }: ConnectorRequestDetails,
  t: Translate,
): Property[] {
  const account = t(`requests.setting.account.${provider}`);
  return [
    { name: account, value: copyable(settings.account, account) },
    ...accessProperties({ access }, t),
  ];
}

function accessProperties(
  { access }: Pick<ConnectorRequestDetails, 'access'>,
  t: Translate,
): Property[] {
  return [
    {
      name: t('requestPage.settings.externalId'),
      value: copyable(access.externalId, t('requestPage.settings.externalId')),
    },
    {
      name: t('requestPage.settings.arn'),
      value: copyable(access.arn, t('requestPage.settings.arn')),
    },
  ];
}

// Of a key it is told whether it is there, and nothing else.
function keyProperties(
  { access, provider, state }: ConnectorRequestDetails,
  t: Translate,
): Property[] {
  if (provider === 'AWS') return [];
  const isWiped = ['active', 'rejected', 'cancelled', 'expired'].includes(
    state,
  );
  const missing = isWiped
    ? t('requestPage.settings.keyWiped')
    : t('requestPage.settings.keyMissing');
  return [
    {
      name: t('requestPage.settings.key'),
      value: access.keyHeld ? t('requestPage.settings.keyHeld') : missing,
    },
    {
      name: t('requestPage.settings.keyExpiresOn'),
      value: access.keyExpiresOn && (
        <KeyExpiry expiresOn={access.keyExpiresOn} />
      ),
    },
  ];
}

/** What there is to know of a request beside the settings: who asks, what Qualys gets in with, and the connector. */
export function aroundProperties(
  request: ConnectorRequestDetails,
  t: Translate,
): Property[] {
  const { connector, createThrough, requester } = request;
  return [
    {
      name: t('requestPage.settings.requester'),
      value: <EntityRefLink entityRef={requester} defaultKind="user" />,
    },
    ...accessProperties(request, t),
    ...keyProperties(request, t),
    {
      name: t('requestPage.settings.createThrough'),
      value: t(
        createThrough === 'cloudView'
          ? 'feed.cloudView'
          : 'feed.assetManagement',
      ),
    },
    {
      name: t('requestPage.settings.id'),
      value: copyable(connector?.id, t('requestPage.settings.id')),
    },
    {
      name: t('requestPage.settings.assetManagementId'),
      value: copyable(
        connector?.assetManagementId,
        t('requestPage.settings.assetManagementId'),
      ),
    },
  ];
}

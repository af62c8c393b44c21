import Box from '@material-ui/core/Box';
import { Duration } from 'luxon';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  QUALYS_FEEDS,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import type { PollingFrequency } from 'qualys-model';
import { CopyButton } from '../components/CopyButton';
import { ProviderLabel } from '../components/ProviderLabel';
import { RelativeTime } from '../components/RelativeTime';
import { meaningOf, StateChip } from '../components/StateChip';
import { useLanguage } from '../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../translation';
import type { Property } from './Properties';

/** The properties of a connector, in the order in which they are read. */
export function useConnectorProperties(
  connector: MirroredConnector,
  entityRef: string,
): Property[] {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  return [
    { name: t('details.state'), value: <State connector={connector} /> },
    { name: t('details.reportedState'), value: connector.reportedState },
    {
      name: t('details.cloud'),
      value: <ProviderLabel provider={connector.provider} />,
    },
    ...accountProperties(connector, t),
    { name: t('details.description'), value: connector.description },
    { name: t('details.totalAssets'), value: connector.totalAssets },
    { name: t('details.lastSyncedOn'), value: when(connector.lastSyncedOn) },
    { name: t('details.nextSyncedOn'), value: when(connector.nextSyncedOn) },
    {
      name: t('details.polling'),
      value:
        connector.pollingFrequency &&
        t('details.pollingEvery', {
          duration: inWords(connector.pollingFrequency, locale),
        }),
    },
    {
      name: t('details.remediation'),
      value:
        connector.remediationEnabled === undefined
          ? undefined
          : t(
              connector.remediationEnabled
                ? 'details.remediationOn'
                : 'details.remediationOff',
            ),
    },
    {
      name: t('details.groups'),
      value:
        connector.groups.map(({ name }) => name).join(', ') ||
        t('details.noGroups'),
    },
    { name: t('details.owner'), value: <Owner connector={connector} /> },
    { name: t('details.subscription'), value: connector.subscription },
    {
      name: t('details.id'),
      value: <Copyable text={connector.id} what={t('details.id')} />,
    },
    {
      name: t('details.catalog'),
      value:
        connector.entityRef === entityRef ? undefined : (
          <EntityRefLink entityRef={connector.entityRef} />
        ),
    },
    ...assetManagementProperties(connector, t),
    {
      name: t('details.disagreement'),
      value:
        connector.disagreement &&
        t(`details.disagreementReason.${connector.disagreement.reason}`, {
          id: connector.disagreement.with,
        }),
    },
    { name: t('details.firstSeen'), value: when(connector.firstSeen) },
    { name: t('details.lastSeen'), value: when(connector.lastSeen) },
    { name: t('details.seenBy'), value: <SeenBy connector={connector} /> },
  ];
}

// Nothing where Qualys does not say, and a word where there is none.
function listOf(
  items: readonly string[] | undefined,
  t: Translate,
): string | undefined {
  return items && ([...new Set(items)].join(', ') || t('details.none'));
}

function assetManagementProperties(
  { assetManagement }: MirroredConnector,
  t: Translate,
): Property[] {
  const updatable = t('details.updatable');
  if (!assetManagement) {
    return [{ name: updatable, value: t('details.unknownToAssetManagement') }];
  }
  const { id, perimeterScan } = assetManagement;
  const scan = perimeterScan?.customConfiguration
    ? t('details.perimeterScanOwn')
    : t('details.perimeterScanOn');
  return [
    {
      name: t('details.assetManagementId'),
      value: copyable(id, t('details.assetManagementId')),
    },
    {
      name: updatable,
      value: t(
        assetManagement.updatable
          ? 'details.updatableYes'
          : 'details.updatableNo',
      ),
    },
    {
      name: t('details.tags'),
      value: listOf(
        assetManagement.defaultTags?.map(tag => tag.name ?? tag.id),
        t,
      ),
    },
    {
      name: t('details.modules'),
      value: listOf(assetManagement.activation, t),
    },
    {
      name: t('details.uses'),
      value: listOf(
        assetManagement.appInfos?.map(({ name }) => name),
        t,
      ),
    },
    {
      name: t('details.regions'),
      value: assetManagement.allRegions
        ? t('details.allRegions')
        : listOf(assetManagement.regions, t),
    },
    {
      name: t('details.perimeterScan'),
      value:
        perimeterScan &&
        (perimeterScan.enabled ? scan : t('details.perimeterScanOff')),
    },
  ];
}

function SeenBy(props: { connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  return (
    <>
      {QUALYS_FEEDS.map(feed => {
        const seenAt = props.connector[feed]?.seenAt;
        return seenAt ? (
          <div key={feed}>
            {t(`feed.${feed}`)} <RelativeTime value={seenAt} />
          </div>
        ) : null;
      })}
    </>
  );
}

function accountProperties(
  connector: MirroredConnector,
  t: Translate,
): Property[] {
  switch (connector.provider) {
    case 'AWS':
      return [
        { name: t('details.awsAccount'), value: connector.account },
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
        { name: t('details.azureAccount'), value: connector.account },
        {
          name: t('details.subscriptionName'),
          value: connector.subscriptionName,
        },
        {
          name: t('details.partition'),
          value: connector.govCloud ? t('details.govCloud') : undefined,
        },
        { name: t('details.applicationId'), value: connector.applicationId },
        { name: t('details.directoryId'), value: connector.directoryId },
      ];
    default:
      return [{ name: t('details.gcpAccount'), value: connector.account }];
  }
}

function State(props: { connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  const { state, error } = props.connector;
  return (
    <>
      <StateChip {...props.connector} />
      <div>{meaningOf(props.connector, t)}</div>
      {error && state !== 'success' && (
        <div>{t('errors.reported', { error })}</div>
      )}
    </>
  );
}

function Owner(props: { connector: MirroredConnector }) {
  const { t } = useQualysTranslation();
  const { owner, ownerRule } = props.connector;
  if (!owner) return <>{t('details.noOwner')}</>;
  return (
    <>
      <EntityRefLink entityRef={owner} />
      {ownerRule && <> ({t('details.ownerRule', { rule: ownerRule })})</>}
    </>
  );
}

function Copyable(props: { text: string; what: string }) {
  return (
    <Box display="flex" alignItems="center">
      <code>{props.text}</code>
      <CopyButton {...props} />
    </Box>
  );
}

function copyable(text: string | undefined, what: string) {
  return text ? <Copyable text={text} what={what} /> : undefined;
}

function when(time: string | undefined) {
  return time ? <RelativeTime value={time} /> : undefined;
}

function inWords(frequency: PollingFrequency, locale: string): string {
  const parts = Object.entries(frequency).filter(([, value]) => value > 0);
  return Duration.fromObject(Object.fromEntries(parts), { locale }).toHuman();
}

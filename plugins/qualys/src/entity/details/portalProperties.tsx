import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  ConnectorCredentials,
  MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { RelativeTime } from '../../components/RelativeTime';
import { useQualysTranslation, type Translate } from '../../translation';
import { KeyExpiry } from '../KeyExpiry';
import { BoundEntities } from './BoundEntities';
import type { Property } from './Properties';
import { copyable, when } from './values';

/**
 * What this portal makes of a connector.
 *
 * @param entityRef - the entity that the page is about
 */
export function portalProperties(
  connector: MirroredConnector,
  t: Translate,
  entityRef: string,
): Property[] {
  const { system, labels, disagreement, credentials } = connector;
  const isOwnPage = connector.entityRef === entityRef;
  return [
    { name: t('details.owner'), value: <Owner connector={connector} /> },
    {
      name: t('details.system'),
      value: system && <EntityRefLink entityRef={system} />,
    },
    {
      name: t(isOwnPage ? 'details.boundTo' : 'details.alsoBoundTo'),
      value: <BoundEntities connector={connector} entityRef={entityRef} />,
    },
    {
      name: t('keyExpiry.name'),
      value: credentials && <Key credentials={credentials} />,
    },
    { name: t('details.labels'), value: inLines(labels) },
    {
      name: t('details.catalog'),
      value: isOwnPage ? undefined : (
        <EntityRefLink entityRef={connector.entityRef} />
      ),
    },
    { name: t('details.subscription'), value: connector.subscription },
    {
      name: t('details.id'),
      value: copyable(connector.id, t('details.id')),
    },
    { name: t('details.firstSeen'), value: when(connector.firstSeen) },
    { name: t('details.lastSeen'), value: when(connector.lastSeen) },
    {
      name: t('details.disagreement'),
      value:
        disagreement &&
        t(`details.disagreementReason.${disagreement.reason}`, {
          id: disagreement.with,
        }),
    },
  ];
}

function inLines(labels: MirroredConnector['labels'] = {}) {
  const lines = Object.entries(labels).map(([name, value]) => (
    <div key={name}>{`${name}: ${value}`}</div>
  ));
  return lines.length > 0 ? lines : undefined;
}

function Key(props: { credentials: ConnectorCredentials }) {
  const { t } = useQualysTranslation();
  const { expiresOn, renewedAt, renewedBy } = props.credentials;
  return (
    <>
      {expiresOn ? (
        <KeyExpiry expiresOn={expiresOn} />
      ) : (
        <div>{t('keyExpiry.unknown')}</div>
      )}
      {renewedAt && renewedBy && (
        <div>
          {t('keyExpiry.renewed', {
            when: <RelativeTime value={renewedAt} />,
            who: <EntityRefLink entityRef={renewedBy} defaultKind="user" />,
          })}
        </div>
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

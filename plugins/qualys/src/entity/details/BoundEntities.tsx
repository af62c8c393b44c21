import { getCompoundEntityRef } from '@backstage/catalog-model';
import { EntityRefLinks, useEntity } from '@backstage/plugin-catalog-react';
import {
  qualysEntityReadPermission,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { Disclosure } from '../../components/Disclosure';
import { Loading } from '../../components/Loading';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysBoundEntities } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';

// The account of a whole company is named by hundreds of services.
const SHOWN_AT_ONCE = 10;

export interface BoundEntitiesProps {
  connector: MirroredConnector;
  /** The entity that the page is about, which need not be told that it names the connector. */
  entityRef: string;
}

/** The entities that a connector belongs to, asked for on its own. */
export function BoundEntities(props: BoundEntitiesProps) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const { connector, entityRef: ofPage } = props;
  const { value, error, retry } = useQualysBoundEntities(
    getCompoundEntityRef(entity),
    connector,
  );
  if (error) {
    return (
      <ProblemNotice
        error={error}
        onRetry={retry}
        notAllowed={t('tab.notAllowed', {
          permission: qualysEntityReadPermission.name,
        })}
      />
    );
  }
  if (!value) return <Loading label={t('bound.loading')} rows={1} />;

  const others = value.items
    .map(({ entityRef }) => entityRef)
    .filter(entityRef => entityRef !== ofPage);
  if (others.length === 0) {
    const isOwnPage = connector.entityRef === ofPage;
    return <>{t(isOwnPage ? 'bound.none' : 'bound.noneElse')}</>;
  }
  const more = others.slice(SHOWN_AT_ONCE);
  return (
    <>
      <EntityRefLinks entityRefs={others.slice(0, SHOWN_AT_ONCE)} />
      {more.length > 0 && (
        <Disclosure summary={t('bound.more', { count: more.length })}>
          <EntityRefLinks entityRefs={more} />
        </Disclosure>
      )}
    </>
  );
}

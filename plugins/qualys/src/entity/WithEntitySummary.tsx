import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import { getCompoundEntityRef } from '@backstage/catalog-model';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  isQualysAvailable,
  QUALYS_CONNECTORS_ANNOTATION,
  qualysEntityReadPermission,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../components/Loading';
import { MirrorAges } from '../components/MirrorAges';
import { Notice } from '../components/Notice';
import { ProblemNotice } from '../components/ProblemNotice';
import { useQualysEntity } from '../hooks/useQualysData';
import { useQualysTranslation } from '../translation';
import { AnnotationProblems } from './AnnotationProblems';

interface WithEntitySummaryProps {
  children: (summary: EntitySummary) => ReactNode;
}

/**
 * Reads what is bound to the entity of the page, and says what happened where
 * there is nothing to show.
 */
export function WithEntitySummary(props: WithEntitySummaryProps) {
  const { entity } = useEntity();
  if (!isQualysAvailable(entity)) {
    return (
      <MissingAnnotationEmptyState annotation={QUALYS_CONNECTORS_ANNOTATION} />
    );
  }
  return <Summary {...props} />;
}

function Summary(props: WithEntitySummaryProps) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const { value, error, retry } = useQualysEntity(getCompoundEntityRef(entity));

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
  if (!value) return <Loading label={t('card.loading')} />;

  const namesNothing =
    value.connectors.length === 0 && value.problems.length === 0;
  return (
    <>
      {namesNothing && (
        <Notice severity="info" title={t('annotation.emptyTitle')}>
          {t('annotation.empty', { annotation: QUALYS_CONNECTORS_ANNOTATION })}
        </Notice>
      )}
      {value.connectors.length > 0 && (
        <Box mb={1}>
          <MirrorAges ages={value.mirror} />
        </Box>
      )}
      <AnnotationProblems problems={value.problems} />
      {value.connectors.length > 0 && props.children(value)}
    </>
  );
}

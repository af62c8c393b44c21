import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import {
  getCompoundEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import {
  AWS_ACCOUNT_ID_ANNOTATION,
  CLAIM_ANNOTATIONS,
  QUALYS_AWS_ACCOUNTS_ANNOTATION,
  qualysEntityReadPermission,
  type EntitySummary,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../components/Loading';
import { MirrorAges } from '../components/MirrorAges';
import { Notice } from '../components/Notice';
import { ProblemNotice } from '../components/ProblemNotice';
import { useQualysTranslation } from '../translation';
import { AnnotationProblems } from './AnnotationProblems';
import {
  claimsOf,
  isNamed,
  mayShow,
  type ShownObjectType,
} from './summary/shownObjects';
import { useEntitySummary } from './summary/useEntitySummary';

interface WithEntitySummaryProps {
  /** What is shown of all that is bound to the entity. */
  type: ShownObjectType;
  /** `reload` reads it again, after something has changed. */
  children: (summary: EntitySummary, reload: () => void) => ReactNode;
}

/** Annotations that say more of what is named by that of the type. */
const ALSO_READ: Partial<Record<ShownObjectType, string[]>> = {
  securityHubAccount: [
    QUALYS_AWS_ACCOUNTS_ANNOTATION,
    AWS_ACCOUNT_ID_ANNOTATION,
  ],
};

/**
 * Reads what is bound to the entity of the page, and says what happened where
 * there is nothing to show.
 */
export function WithEntitySummary(props: WithEntitySummaryProps) {
  const { entity } = useEntity();
  if (!mayShow(props.type, entity)) return <Missing type={props.type} />;
  // What is known of one entity never stands on the page of another.
  return <Summary key={stringifyEntityRef(entity)} {...props} />;
}

function Missing(props: { type: ShownObjectType }) {
  return (
    <MissingAnnotationEmptyState annotation={CLAIM_ANNOTATIONS[props.type]} />
  );
}

function Summary(props: WithEntitySummaryProps) {
  const { t } = useQualysTranslation();
  const { entity } = useEntity();
  const { value, error, retry } = useEntitySummary(
    getCompoundEntityRef(entity),
  );

  const notice = error && (
    <ProblemNotice
      error={error}
      onRetry={retry}
      notAllowed={t('tab.notAllowed', {
        permission: qualysEntityReadPermission.name,
      })}
    />
  );
  if (!value) return notice ?? <Loading label={t('card.loading')} />;

  const annotation = CLAIM_ANNOTATIONS[props.type];
  const claims = claimsOf(value, props.type);
  const annotations = [annotation, ...(ALSO_READ[props.type] ?? [])];
  const problems = value.problems.filter(problem =>
    annotations.includes(problem.annotation),
  );
  if (claims.length === 0 && !isNamed(props.type, entity)) {
    return <Missing type={props.type} />;
  }
  return (
    <>
      {/* What is known stays, and so does a dialog that is open of it. */}
      {notice && <Box mb={1}>{notice}</Box>}
      {claims.length === 0 && problems.length === 0 && (
        <Notice
          severity="info"
          title={t(`annotation.${props.type}.emptyTitle`)}
        >
          {t(`annotation.${props.type}.empty`, { annotation })}
        </Notice>
      )}
      {/* Only connectors are mirrored, and so of an age. */}
      {props.type === 'connector' && claims.length > 0 && (
        <Box mb={1}>
          <MirrorAges ages={value.mirror} />
        </Box>
      )}
      <AnnotationProblems problems={problems} />
      {claims.length > 0 && props.children(value, retry)}
    </>
  );
}

import Box from '@material-ui/core/Box';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  BindingState,
  ClaimedSecurityHub,
  EntitySummary,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../api/QualysApi';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useBoundObject } from '../../hooks/useBoundObject';
import { useQualysTranslation } from '../../translation';
import { ClaimList } from '../ClaimList';
import { ClaimNotice } from '../ClaimNotice';
import { WithEntitySummary } from '../WithEntitySummary';
import { getEntitySecurityHub } from './readSecurityHub';
import { SecurityHubSection } from './SecurityHubSection';

/** What AWS Security Hub gets of an entity's accounts, and the ways to change it. */
export function SecurityHubCard() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="security-hub-card">
      <EntityInfoCard title={t('securityHub.title')}>
        <WithEntitySummary type="securityHubAccount">
          {summary => <Integrations summary={summary} />}
        </WithEntitySummary>
      </EntityInfoCard>
    </OwnPart>
  );
}

function Integrations(props: { summary: EntitySummary }) {
  const { securityHub, entityRef } = props.summary;
  return (
    <ClaimList claims={securityHub}>
      {claim => <Claimed claim={claim} entityRef={entityRef} />}
    </ClaimList>
  );
}

const NOT_ACCEPTED = ['open', 'rejected', 'withdrawn'] as const;

/** An integration with the accounts that are bound, and a word on those that are not. */
function Claimed(props: { claim: ClaimedSecurityHub; entityRef: string }) {
  const { claim, entityRef } = props;
  const { subscription, objectId, accounts, integration } = claim;
  const object = {
    entity: parseEntityRef(entityRef),
    subscription,
    id: objectId,
  };
  const inState = (state: BindingState) =>
    accounts
      .filter(account => account.state === state)
      .map(({ awsAccount }) => `${objectId}/${awsAccount}`);

  return (
    <>
      {inState('accepted').length > 0 &&
        (integration ? (
          <SecurityHubSection
            object={object}
            entityRef={entityRef}
            integration={integration}
          />
        ) : (
          <ReadSection object={object} entityRef={entityRef} />
        ))}
      {NOT_ACCEPTED.map(state => {
        const ids = inState(state);
        return ids.length > 0 ? (
          <Box key={state} mt={1}>
            <ClaimNotice
              type="securityHubAccount"
              claim={{ objectId: ids.join(', '), state }}
              read
            />
          </Box>
        ) : null;
      })}
    </>
  );
}

/** The same where Qualys must be asked first. */
function ReadSection(props: { object: BoundObject; entityRef: string }) {
  const { t } = useQualysTranslation();
  const { object } = props;
  const { value, error, retry } = useBoundObject(object, getEntitySecurityHub);
  if (value) return <SecurityHubSection {...props} integration={value} />;
  if (error?.code === 'notFound') {
    return (
      <Notice severity="warning" title={t('securityHub.goneTitle')}>
        {t('securityHub.gone', { id: <code>{object.id}</code> })}
      </Notice>
    );
  }
  if (error) return <ProblemNotice error={error} onRetry={retry} />;
  return <Loading label={t('securityHub.loading', { id: object.id })} />;
}

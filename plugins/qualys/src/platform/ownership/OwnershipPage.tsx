import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  qualysConnectorReadPermission,
  type Ownership,
} from 'backstage-plugin-qualys-common';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useQualysOwnership } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import { Elsewhere } from '../Elsewhere';
import { Others, Requested, Unowned } from './Others';
import { Rules } from './Rules';

/** Which rule owns which connectors, and which nobody owns. */
export function OwnershipPage() {
  const { t } = useQualysTranslation();
  return (
    <OwnPart name="ownership-page">
      <Typography variant="h5" component="h2" gutterBottom>
        {t('ownership.heading')}
      </Typography>
      <PermissionGate
        permission={qualysConnectorReadPermission}
        instead={<Elsewhere />}
      >
        <Read />
      </PermissionGate>
    </OwnPart>
  );
}

function Read() {
  const { t } = useQualysTranslation();
  const { value: ownership, error, retry } = useQualysOwnership();
  if (error) {
    return (
      <ProblemNotice
        error={error}
        onRetry={retry}
        notAllowed={t('permission.action', {
          permission: qualysConnectorReadPermission.name,
        })}
      />
    );
  }
  if (!ownership) return <Loading label={t('ownership.loading')} rows={6} />;
  return <WhoOwnsWhat ownership={ownership} />;
}

function WhoOwnsWhat(props: { ownership: Ownership }) {
  const { t } = useQualysTranslation();
  const { rules, requested, others, unowned, total } = props.ownership;
  return (
    <Box display="grid" gridGap={24}>
      <Box maxWidth="50rem">
        <Typography variant="body1">{t('ownership.explanation')}</Typography>
      </Box>
      {total === 0 && (
        <Typography variant="body1">{t('ownership.noConnectors')}</Typography>
      )}
      {rules.length === 0 ? (
        <Notice severity="info" title={t('ownership.noRulesTitle')}>
          {t('ownership.noRules')}
        </Notice>
      ) : (
        <Rules rules={rules} total={total} />
      )}
      {requested && <Requested requested={requested} total={total} />}
      {others.length > 0 && <Others others={others} total={total} />}
      {total > 0 && <Unowned unowned={unowned} total={total} />}
    </Box>
  );
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import {
  BINDING_STATES,
  qualysBindingReadPermission,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../components/ChoiceField';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { Paging } from '../../components/Paging';
import { OwnPart } from '../../components/OwnPart';
import { PermissionGate } from '../../components/PermissionGate';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useQualysBindings } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import { ClaimTable } from './ClaimTable';
import { DecisionDialog, type Decision } from './DecisionDialog';
import { useClaimState } from './useClaimState';

/** What entities claim, and what was decided about it. */
export function ClaimsPage() {
  return (
    <OwnPart name="claims-page">
      <PermissionGate permission={qualysBindingReadPermission}>
        <Claims />
      </PermissionGate>
    </OwnPart>
  );
}

function Claims() {
  const { t } = useQualysTranslation();
  const [state, setState] = useClaimState();
  const [limit, setLimit] = useState(50);
  const [decision, setDecision] = useState<Decision>();
  const [decided, setDecided] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const pages = useCursorPages(`${state} ${limit}`);
  const query = useMemo(
    () => ({ state, limit, cursor: pages.cursor }),
    [state, limit, pages.cursor],
  );
  const { value: list, error, loading, retry } = useQualysBindings(query);

  const closeDialog = useCallback(() => setDecision(undefined), []);
  const onDecided = useCallback(() => {
    setDecision(undefined);
    setDecided(count => count + 1);
    retry();
  }, [retry]);
  useEffect(() => {
    // The button that the dialog gives the focus back to goes with its claim.
    if (decided > 0) heading.current?.focus();
  }, [decided]);

  return (
    <>
      <Box
        display="flex"
        flexWrap="wrap"
        alignItems="center"
        justifyContent="space-between"
        gridGap={16}
        mb={2}
      >
        <Typography variant="h5" component="h2" tabIndex={-1} ref={heading}>
          {t('claims.heading')}
        </Typography>
        <Box width="12rem">
          <ChoiceField
            id="qualys-claim-state"
            label={t('claims.show')}
            value={state}
            choices={BINDING_STATES.map(known => [
              known,
              t(`claims.state.${known}`),
            ])}
            onChange={setState}
          />
        </Box>
      </Box>
      <Box mb={2} maxWidth="50rem">
        <Typography variant="body1">{t('claims.explanation')}</Typography>
      </Box>
      {error && (
        <ProblemNotice
          error={error}
          onRetry={error.code === 'invalid' ? pages.first : retry}
          notAllowed={t('permission.action', {
            permission: qualysBindingReadPermission.name,
          })}
        />
      )}
      {!error && !list && <Loading label={t('claims.loading')} />}
      {!error && list?.items.length === 0 && !loading && (
        <NoClaims state={state} />
      )}
      {!error && list && list.items.length > 0 && (
        <Paper>
          <ClaimTable
            claims={list.items}
            loading={loading}
            onDecide={setDecision}
          />
          <Paging
            pages={pages}
            rows={list.items.length}
            pageSize={limit}
            totalItems={list.totalItems}
            nextCursor={list.nextCursor}
            loading={loading}
            onPageSizeChange={setLimit}
          />
        </Paper>
      )}
      {decision && (
        <DecisionDialog
          decision={decision}
          onClose={closeDialog}
          onDecided={onDecided}
        />
      )}
    </>
  );
}

function NoClaims(props: { state: BindingState }) {
  const { t } = useQualysTranslation();
  return props.state === 'open' ? (
    <Notice severity="info" title={t('claims.noneOpenTitle')}>
      {t('claims.noneOpen')}
    </Notice>
  ) : (
    <Notice severity="info" title={t('claims.noneTitle')}>
      {t('claims.none')}
    </Notice>
  );
}

import { useCallback, useMemo, useState } from 'react';
import Box from '@material-ui/core/Box';
import {
  BINDING_STATES,
  qualysBindingReadPermission,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { ChoiceField } from '../../components/ChoiceField';
import { Notice } from '../../components/Notice';
import { OwnPart } from '../../components/OwnPart';
import { PagedList } from '../../components/PagedList';
import { PermissionGate } from '../../components/PermissionGate';
import { useCursorPages } from '../../hooks/useCursorPages';
import { useHeadingFocus } from '../../hooks/useHeadingFocus';
import { useQualysBindings } from '../../hooks/useQualysData';
import { useQualysTranslation } from '../../translation';
import { PageHead } from '../PageHead';
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
  const [heading, focusHeading] = useHeadingFocus();
  const pages = useCursorPages(`${state} ${limit}`);
  const query = useMemo(
    () => ({ state, limit, cursor: pages.cursor }),
    [state, limit, pages.cursor],
  );
  const list = useQualysBindings(query);
  const { retry } = list;

  const closeDialog = useCallback(() => setDecision(undefined), []);
  const onDecided = useCallback(() => {
    setDecision(undefined);
    focusHeading();
    retry();
  }, [focusHeading, retry]);

  return (
    <>
      <PageHead
        heading={t('claims.heading')}
        headingRef={heading}
        explanation={t('claims.explanation')}
      >
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
      </PageHead>
      <PagedList
        query={list}
        pages={pages}
        pageSize={limit}
        onPageSizeChange={setLimit}
        loadingLabel={t('claims.loading')}
        notAllowed={t('permission.action', {
          permission: qualysBindingReadPermission.name,
        })}
        none={<NoClaims state={state} />}
      >
        {({ items }, loading) => (
          <ClaimTable claims={items} loading={loading} onDecide={setDecision} />
        )}
      </PagedList>
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

import { useApi } from '@backstage/frontend-plugin-api';
import type { Binding, BindingAction } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useQualysTranslation } from '../../translation';
import { nameOf } from '../entityName';
import { ReasonDialog } from '../ReasonDialog';
import { objectOf } from './objectOf';

/** What somebody is about to decide. */
export interface Decision {
  claim: Binding;
  action: BindingAction;
}

export interface DecisionDialogProps {
  decision: Decision;
  onClose: () => void;
  onDecided: () => void;
}

/** Decides about a claim. */
export function DecisionDialog(props: DecisionDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { decision, ...events } = props;
  const { claim, action } = decision;
  const names = { entity: nameOf(claim.entityRef), object: objectOf(claim) };
  return (
    <ReasonDialog
      {...events}
      id="qualys-decision"
      title={t(`decision.${action}.title`)}
      text={
        <>
          {t(`decision.${action}.${claim.type}`, {
            ...names,
            owner: nameOf(claim.owner, 'group'),
          })}
          {claim.alsoBoundTo.length > 0 && (
            <>
              {' '}
              {t('decision.also', {
                count: claim.alsoBoundTo.length,
                entities: claim.alsoBoundTo
                  .map(entity => nameOf(entity))
                  .join(', '),
              })}
            </>
          )}
        </>
      }
      confirm={t(`decision.${action}.confirm`)}
      decide={async reason => {
        await api.decideBinding(claim.id, action, { reason });
        return t(`decision.${action}.done`, names);
      }}
    />
  );
}

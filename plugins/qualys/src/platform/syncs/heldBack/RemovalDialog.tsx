import { useApi } from '@backstage/frontend-plugin-api';
import type {
  HeldBackRemoval,
  RemovalAction,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { useQualysTranslation } from '../../../translation';
import { ReasonDialog } from '../../ReasonDialog';

/** What somebody is about to decide. */
export interface RemovalChoice {
  /** The removal as it was shown when the choice was made. */
  removal: HeldBackRemoval;
  action: RemovalAction;
}

export interface RemovalDialogProps {
  subscription: string;
  choice: RemovalChoice;
  onClose: () => void;
  /** The choice was made from an older state. */
  onOutdated: () => void;
  onDecided: () => void;
}

/** Decides about connectors that are missing. */
export function RemovalDialog(props: RemovalDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { subscription, choice, onOutdated, ...events } = props;
  const { removal, action } = choice;
  const { provider, version } = removal;
  const cloud = t(`provider.${provider}`);
  const what = { count: removal.connectors, cloud };
  return (
    <ReasonDialog
      {...events}
      id="qualys-removal"
      title={t(`removal.${action}.title`, what)}
      text={t(`removal.${action}.text`)}
      confirm={t(`removal.${action}.confirm`, what)}
      outdated={{ close: t('removal.lookAgain'), onOutdated }}
      decide={async reason => {
        const decision = { provider, version, reason };
        const { connectors } = await api.decideRemoval(
          subscription,
          action,
          decision,
        );
        return t(`removal.${action}.done`, { count: connectors, cloud });
      }}
    />
  );
}

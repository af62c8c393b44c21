import {
  QUALYS_CONNECTORS_ANNOTATION,
  type ClaimedConnector,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';

export interface ClaimNoticeProps {
  claim: ClaimedConnector;
  /** Whether the claim's subscription has been read completely at least once. */
  read: boolean;
}

/** Why nothing is shown of a connector that the entity names. */
export function ClaimNotice(props: ClaimNoticeProps) {
  const { t } = useQualysTranslation();
  const { state, objectId } = props.claim;
  const id = <code>{objectId}</code>;

  switch (state) {
    case 'open':
      return (
        <Notice severity="info" title={t('claim.openTitle')}>
          {t('claim.open', { id })}
        </Notice>
      );
    case 'rejected':
      return (
        <Notice severity="warning" title={t('claim.rejectedTitle')}>
          {t('claim.rejected', {
            id,
            annotation: <code>{QUALYS_CONNECTORS_ANNOTATION}</code>,
          })}
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice severity="warning" title={t('claim.withdrawnTitle')}>
          {t('claim.withdrawn', { id })}
        </Notice>
      );
    default:
      return (
        <Notice severity="warning" title={t('claim.goneTitle')}>
          {props.read ? t('claim.gone', { id }) : t('claim.notReadYet', { id })}
        </Notice>
      );
  }
}

import {
  CLAIM_ANNOTATIONS,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../components/Notice';
import { useQualysTranslation } from '../translation';
import type { ShownObjectType } from './summary/shownObjects';

export interface ClaimNoticeProps {
  type: ShownObjectType;
  claim: { objectId: string; state: BindingState };
  /** Whether what is claimed would be known here if it existed: its subscription has been read completely at least once. */
  read: boolean;
}

/** Why nothing is shown of an object that the entity names. */
export function ClaimNotice(props: ClaimNoticeProps) {
  const { t } = useQualysTranslation();
  const { type } = props;
  const { state, objectId } = props.claim;
  const id = <code>{objectId}</code>;

  switch (state) {
    case 'open':
      return (
        <Notice severity="info" title={t('claim.openTitle')}>
          {t(`claim.${type}.open`, { id })}
        </Notice>
      );
    case 'rejected':
      return (
        <Notice severity="warning" title={t('claim.rejectedTitle')}>
          {t(`claim.${type}.rejected`, {
            id,
            annotation: <code>{CLAIM_ANNOTATIONS[type]}</code>,
          })}
        </Notice>
      );
    case 'withdrawn':
      return (
        <Notice severity="warning" title={t('claim.withdrawnTitle')}>
          {t(`claim.${type}.withdrawn`, { id })}
        </Notice>
      );
    default:
      return (
        <Notice severity="warning" title={t('claim.goneTitle')}>
          {props.read
            ? t(`claim.${type}.gone`, { id })
            : t(`claim.${type}.notReadYet`, { id })}
        </Notice>
      );
  }
}

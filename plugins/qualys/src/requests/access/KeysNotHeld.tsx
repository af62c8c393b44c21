import { Notice } from '../../components/Notice';
import { useQualysTranslation } from '../../translation';

/** Says that the portal has nothing to encrypt keys with, and how that is put right. */
export function KeysNotHeld(props: { provider: 'AZURE' | 'GCP' }) {
  const { t } = useQualysTranslation();
  return (
    <Notice severity="warning" title={t('requestAccess.keysNotHeldTitle')}>
      {t('requestAccess.keysNotHeld', {
        cloud: t(`provider.${props.provider}`),
        setting: <code>qualys.requests.encryption.keys</code>,
      })}
    </Notice>
  );
}

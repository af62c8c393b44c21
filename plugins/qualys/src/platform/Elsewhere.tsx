import { useQualysTranslation } from '../translation';
import { PartLink, usePartPath } from './PlatformPaths';

/** Where those who may not see the whole of Qualys find what is theirs. */
export function Elsewhere() {
  const { t } = useQualysTranslation();
  const hasRequests = usePartPath('requests') !== undefined;
  return (
    <>
      {t('connectors.elsewhere')}{' '}
      {hasRequests &&
        t('requestList.instead', {
          requests: (
            <PartLink to="requests" underline="always">
              {t('page.requests')}
            </PartLink>
          ),
        })}
    </>
  );
}

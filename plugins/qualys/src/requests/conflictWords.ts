import { useCallback } from 'react';
import type {
  RequestConflict,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { nameOf } from '../platform/entityName';
import { useQualysTranslation } from '../translation';

/** The setting of a request that a conflict is about; `arn` is that of the role. */
export const FIELD_OF_CONFLICT: Record<
  RequestConflict['kind'],
  keyof RequestDraftSettings | 'arn'
> = {
  accountConnected: 'account',
  accountConnectedByOrganization: 'account',
  accountRequested: 'account',
  arnConnected: 'arn',
  nameTaken: 'name',
  ownedByRule: 'owner',
};

/** Says a conflict of a request in a sentence. */
export function useConflictWords(): (conflict: RequestConflict) => string {
  const { t } = useQualysTranslation();
  return useCallback(
    conflict => {
      const connector = conflict.connector?.name;
      const request = conflict.request?.name;
      const other = connector ?? request;
      const { kind, owner } = conflict;
      switch (kind) {
        case 'ownedByRule':
          return t('requests.conflict.ownedByRule', {
            owner: owner ? nameOf(owner) : t('requestForm.somebodyElse'),
          });
        case 'nameTaken':
          return other
            ? t('requests.conflict.nameTaken', { other })
            : t('requests.conflict.nameTakenHidden');
        case 'accountRequested':
          return request
            ? t('requests.conflict.accountRequested', { request })
            : t('requests.conflict.accountRequestedHidden');
        default:
          return connector
            ? t(`requests.conflict.${kind}`, { connector })
            : t(`requests.conflict.${kind}Hidden`);
      }
    },
    [t],
  );
}

import { useCallback } from 'react';
import type {
  RequestConflict,
  RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import { nameOf } from '../platform/entityName';
import { useQualysTranslation, type Translate } from '../translation';

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

/** What people call what a conflict is about, as a text or as a link; missing for those who may not see it. */
export interface ConflictNames<Name> {
  connector?: Name;
  request?: Name;
  /** Who would own it. */
  owner?: Name;
}

/** Says a conflict of a request in a sentence, with the names that are given. */
export function conflictInWords<Name extends string | JSX.Element>(
  kind: RequestConflict['kind'],
  { connector, request, owner }: ConflictNames<Name>,
  t: Translate,
): string | JSX.Element {
  const other = connector ?? request;
  switch (kind) {
    case 'ownedByRule':
      return t('requests.conflict.ownedByRule', {
        owner: owner ?? t('requestForm.somebodyElse'),
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
}

/** Says a conflict of a request in a sentence, as a text. */
export function useConflictWords(): (conflict: RequestConflict) => string {
  const { t } = useQualysTranslation();
  return useCallback(
    ({ kind, connector, request, owner }) =>
      // Texts among texts are a text.
      conflictInWords<string>(
        kind,
        {
          connector: connector?.name,
          request: request?.name,
          owner: owner && nameOf(owner),
        },
        t,
      ) as string,
    [t],
  );
}

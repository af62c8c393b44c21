import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { allHistoryMessages } from './allHistory';
import { commonMessages } from './common';
import { connectorAssetsMessages } from './connectorAssets';
import { connectorDeletionMessages } from './connectorDeletion';
import { connectorSettingsMessages } from './connectorSettings';
import { entityMessages } from './entity';
import { externalIdMigrationMessages } from './externalIdMigration';
import { overviewMessages } from './overview';
import { ownershipMessages } from './ownership';
import { platformMessages } from './platform';
import { progressMessages } from './progress';
import { qqlMessages } from './qql';
import { renewKeyMessages } from './renewKey';
import { requestAccessMessages } from './requestAccess';
import { requestDecisionMessages } from './requestDecision';
import { requestFormMessages } from './requestForm';
import { requestListMessages } from './requestList';
import { requestPageMessages } from './requestPage';
import { requestMessages } from './requests';
import { s3Messages } from './s3';
import { securityHubMessages } from './securityHub';
import { settingsMessages } from './settings';
import type { TranslateOf } from './translate';
import { webAppMessages } from './webApps';

/**
 * The texts of the plugin, in English, for those who translate or reword them.
 *
 * @public
 */
export const qualysTranslationRef = createTranslationRef({
  id: 'plugin.qualys',
  messages: {
    ...commonMessages,
    ...entityMessages,
    ...platformMessages,
    ...progressMessages,
    ...overviewMessages,
    ...ownershipMessages,
    ...allHistoryMessages,
    ...settingsMessages,
    ...connectorSettingsMessages,
    ...connectorAssetsMessages,
    ...connectorDeletionMessages,
    ...externalIdMigrationMessages,
    ...renewKeyMessages,
    ...requestMessages,
    ...requestFormMessages,
    ...requestAccessMessages,
    ...requestListMessages,
    ...requestPageMessages,
    ...requestDecisionMessages,
    ...s3Messages,
    ...webAppMessages,
    ...securityHubMessages,
    ...qqlMessages,
  },
});

/** Gives a text of the plugin. */
export type Translate = TranslateOf<typeof qualysTranslationRef.T>;

/** The plugin's texts in the language of the portal. */
export function useQualysTranslation(): { t: Translate } {
  return useTranslationRef(qualysTranslationRef) as unknown as { t: Translate };
}

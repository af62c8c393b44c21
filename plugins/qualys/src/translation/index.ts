import {
  createTranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { commonMessages } from './common';
import { entityMessages } from './entity';
import { platformMessages } from './platform';

/**
 * The texts of the plugin, in English, for those who translate or reword them.
 *
 * @public
 */
export const qualysTranslationRef = createTranslationRef({
  id: 'plugin.qualys',
  messages: { ...commonMessages, ...entityMessages, ...platformMessages },
});

/** The plugin's texts in the language of the portal. */
export function useQualysTranslation() {
  return useTranslationRef(qualysTranslationRef);
}

/** Gives a text of the plugin. */
export type Translate = ReturnType<typeof useQualysTranslation>['t'];

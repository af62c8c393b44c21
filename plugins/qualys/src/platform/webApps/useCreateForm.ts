import { useCallback } from 'react';
import {
  webAppCreateSchema,
  type WebAppCreateInput,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import { useCheckedForm, type Complain } from '../../settings/useCheckedForm';
import { useQualysTranslation } from '../../translation';

/** What the fields of the form hold that creates a web app. */
export interface CreateFormValues {
  /** As the configuration calls it. */
  subscription: string;
  entityRef: string;
  name: string;
  url: string;
  /** Of the default DNS override; empty for none. */
  overrideId: string;
}

/** What is sent, and where to. */
export interface Creation {
  subscription: string;
  webApp: WebAppCreateInput;
}

/** The form that creates a web app. */
export type CreateForm = UseFormReturn<CreateFormValues, unknown, Creation>;

const FIRST = {
  entityRef: '',
  name: '',
  url: '',
  overrideId: '',
};

const FIELDS: Record<string, keyof CreateFormValues> = {
  entityRef: 'entityRef',
  'settings.name': 'name',
  'settings.url': 'url',
  'settings.defaultDnsOverride': 'overrideId',
};

function webAppOf(values: CreateFormValues): WebAppCreateInput {
  const overrideId = values.overrideId.trim();
  return {
    entityRef: values.entityRef.trim(),
    settings: {
      name: values.name.trim(),
      url: values.url.trim(),
      ...(overrideId && { defaultDnsOverride: { id: overrideId } }),
    },
  };
}

/**
 * The form that creates a web app, under the rules of web apps.
 *
 * @param first - the subscription that it begins with; empty for none
 */
export function useCreateForm(first: string): CreateForm {
  const { t } = useQualysTranslation();
  const missing = t('webApps.platform.create.subscriptionHint');
  const check = useCallback(
    (
      typed: CreateFormValues,
      complain: Complain<CreateFormValues>,
    ): Creation => {
      const subscription = typed.subscription.trim();
      const webApp = webAppOf(typed);
      if (!subscription) complain('subscription', missing);
      for (const { path, message } of webAppCreateSchema.safeParse(webApp).error
        ?.issues ?? []) {
        complain(FIELDS[path.slice(0, 2).join('.')] ?? 'name', message);
      }
      return { subscription, webApp };
    },
    [missing],
  );
  return useCheckedForm({ ...FIRST, subscription: first }, check);
}

import { useMemo } from 'react';
import {
  webAppCreateSchema,
  type WebAppCreateInput,
} from 'backstage-plugin-qualys-common';
import {
  useForm,
  type FieldErrors,
  type Resolver,
  type ResolverResult,
  type UseFormReturn,
} from 'react-hook-form';
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

const FIRST: CreateFormValues = {
  subscription: '',
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

/** The form that creates a web app, under the rules of web apps. */
export function useCreateForm(): CreateForm {
  const { t } = useQualysTranslation();
  const missing = t('webApps.platform.create.subscriptionHint');
  const resolver = useMemo<Resolver<CreateFormValues, unknown, Creation>>(
    () =>
      async (typed): Promise<ResolverResult<CreateFormValues, Creation>> => {
        const subscription = typed.subscription.trim();
        const webApp = webAppOf(typed);
        const errors: FieldErrors<CreateFormValues> = {};
        if (!subscription) {
          errors.subscription = { type: 'custom', message: missing };
        }
        for (const { path, message } of webAppCreateSchema.safeParse(webApp)
          .error?.issues ?? []) {
          const field = FIELDS[path.slice(0, 2).join('.')] ?? 'name';
          errors[field] ??= { type: 'custom', message };
        }
        return Object.keys(errors).length === 0
          ? { values: { subscription, webApp }, errors: {} }
          : { values: {}, errors };
      },
    [missing],
  );
  return useForm<CreateFormValues, unknown, Creation>({
    resolver,
    defaultValues: FIRST,
    mode: 'onTouched',
    // The order of the fields in the form counts, not that of their making.
    shouldFocusError: false,
  });
}

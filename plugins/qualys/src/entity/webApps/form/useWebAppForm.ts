import { useMemo } from 'react';
import {
  webAppUpdateSettingsSchema,
  type BoundWebApp,
} from 'backstage-plugin-qualys-common';
import {
  useForm,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import {
  updateOf,
  type WebAppFormValues,
  type WebAppSettingsUpdate,
} from './formValues';

/** The form of a web app. */
export type WebAppForm = UseFormReturn<
  WebAppFormValues,
  unknown,
  WebAppSettingsUpdate
>;

/** The field of the form in which each setting stands. */
const FIELDS: Record<string, keyof WebAppFormValues> = {
  name: 'name',
  defaultDnsOverride: 'override',
  cancelScansAfterNHours: 'hours',
  cancelScansAt: 'time',
};

/**
 * The form of a web app, under the rules of its settings.
 *
 * @param values - what it begins with
 * @param base - the state that it changes
 */
export function useWebAppForm(
  values: WebAppFormValues,
  base: BoundWebApp,
): WebAppForm {
  const resolver = useMemo<
    Resolver<WebAppFormValues, unknown, WebAppSettingsUpdate>
  >(
    () => async typed => {
      const update = updateOf(typed, base);
      const errors: FieldErrors<WebAppFormValues> = {};
      // That nothing changes is for the review to say.
      const { error } =
        Object.keys(update).length === 0
          ? { error: undefined }
          : webAppUpdateSettingsSchema.safeParse(update);
      for (const { path, message } of error?.issues ?? []) {
        errors[FIELDS[String(path[0])] ?? 'name'] ??= {
          type: 'custom',
          message,
        };
      }
      return Object.keys(errors).length === 0
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [base],
  );
  return useForm<WebAppFormValues, unknown, WebAppSettingsUpdate>({
    resolver,
    defaultValues: values,
    mode: 'onTouched',
    // The order of the fields in the form counts, not that of their making.
    shouldFocusError: false,
  });
}

import { useCallback } from 'react';
import {
  webAppUpdateSettingsSchema,
  type BoundWebApp,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import {
  useCheckedForm,
  type Complain,
} from '../../../settings/useCheckedForm';
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
  const check = useCallback(
    (typed: WebAppFormValues, complain: Complain<WebAppFormValues>) => {
      const update = updateOf(typed, base);
      // That nothing changes is for the review to say.
      const { error } =
        Object.keys(update).length === 0
          ? { error: undefined }
          : webAppUpdateSettingsSchema.safeParse(update);
      for (const { path, message } of error?.issues ?? []) {
        complain(FIELDS[String(path[0])] ?? 'name', message);
      }
      return update;
    },
    [base],
  );
  return useCheckedForm(values, check);
}

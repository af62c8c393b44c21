import { useMemo } from 'react';
import {
  connectorAssetsUpdateSchema,
  type ConnectorAssetsUpdate,
  type EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import {
  useForm,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import type { QpsReference } from 'qualys-model';
import { useQualysTranslation } from '../../../translation';
import {
  assetsUpdateOf,
  tagOf,
  tagsWith,
  type AssetsValues,
} from './formValues';

/** The form of what a connector makes of its assets. */
export type AssetsForm = UseFormReturn<
  AssetsValues,
  unknown,
  ConnectorAssetsUpdate
>;

/** The field of the form in which a setting stands. */
export function assetsFieldOf(
  path: readonly PropertyKey[],
): keyof AssetsValues {
  const [setting, , member] = path.map(String);
  if (setting === 'defaultTags') return 'tags';
  if (setting === 'activation') return 'modules';
  if (member === 'daysOfWeek') return 'days';
  return (member as keyof AssetsValues | undefined) ?? 'enabled';
}

/**
 * The form, under the rules of the settings.
 *
 * @param values - what it begins with
 * @param base - the state that it changes
 * @param known - the tags that Qualys tells; the same array each time
 */
export function useAssetsForm(
  values: AssetsValues,
  base: EditableConnectorAssets,
  known: readonly QpsReference[],
): AssetsForm {
  const { t } = useQualysTranslation();
  const missing = t('connectorAssets.form.missing');
  const noDay = t('connectorAssets.form.noDay');
  const tagUnknown = t('connectorAssets.form.tagUnknown');
  const resolver = useMemo<
    Resolver<AssetsValues, unknown, ConnectorAssetsUpdate>
  >(
    () => async typed => {
      const wordsOf = (field: keyof AssetsValues) => {
        if (field === 'days') return noDay;
        return typed[field] === '' ? missing : undefined;
      };
      const tag = tagOf(typed.tag, known);
      // A tag that is typed is meant, whether or not the button was pressed.
      const meant = tag ? { ...typed, tags: tagsWith(typed.tags, tag) } : typed;
      const update = assetsUpdateOf(meant, base);
      const checked = connectorAssetsUpdateSchema.safeParse(update);
      const errors: FieldErrors<AssetsValues> = {};
      for (const { path, message } of checked.error?.issues ?? []) {
        const field = assetsFieldOf(path);
        errors[field] ??= {
          type: 'custom',
          message: wordsOf(field) ?? message,
        } as never;
      }
      if (!tag && typed.tag.trim() !== '') {
        errors.tag = { type: 'custom', message: tagUnknown };
      }
      return Object.keys(errors).length === 0
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [base, known, missing, noDay, tagUnknown],
  );
  return useForm<AssetsValues, unknown, ConnectorAssetsUpdate>({
    resolver,
    defaultValues: values,
    mode: 'onTouched',
    shouldFocusError: false,
  });
}

import { useCallback } from 'react';
import {
  connectorAssetsUpdateSchema,
  type ConnectorAssetsUpdate,
  type EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import type { QpsReference } from 'qualys-model';
import {
  useCheckedForm,
  type Complain,
} from '../../../settings/useCheckedForm';
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
  const check = useCallback(
    (typed: AssetsValues, complain: Complain<AssetsValues>) => {
      const wordsOf = (field: keyof AssetsValues) => {
        if (field === 'days') return noDay;
        return typed[field] === '' ? missing : undefined;
      };
      const tag = tagOf(typed.tag, known);
      // A tag that is typed is meant, whether or not the button was pressed.
      const meant = tag ? { ...typed, tags: tagsWith(typed.tags, tag) } : typed;
      const update = assetsUpdateOf(meant, base);
      const checked = connectorAssetsUpdateSchema.safeParse(update);
      for (const { path, message } of checked.error?.issues ?? []) {
        const field = assetsFieldOf(path);
        complain(field, wordsOf(field) ?? message);
      }
      if (!tag && typed.tag.trim() !== '') complain('tag', tagUnknown);
      return update;
    },
    [base, known, missing, noDay, tagUnknown],
  );
  return useCheckedForm(values, check);
}

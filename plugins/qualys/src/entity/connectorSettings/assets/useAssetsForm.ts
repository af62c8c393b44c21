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
import { useQualysTranslation } from '../../../translation';
import { assetsUpdateOf, type AssetsValues } from './formValues';

/** The form of what a connector makes of its assets. */
export type AssetsForm = UseFormReturn<
  AssetsValues,
  unknown,
  ConnectorAssetsUpdate
>;

// The field of the form in which a setting stands.
function fieldOf(path: readonly PropertyKey[]): keyof AssetsValues {
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
 */
export function useAssetsForm(
  values: AssetsValues,
  base: EditableConnectorAssets,
): AssetsForm {
  const { t } = useQualysTranslation();
  const missing = t('connectorAssets.form.missing');
  const noDay = t('connectorAssets.form.noDay');
  const resolver = useMemo<
    Resolver<AssetsValues, unknown, ConnectorAssetsUpdate>
  >(
    () => async typed => {
      const wordsOf = (field: keyof AssetsValues) => {
        if (field === 'days') return noDay;
        return typed[field] === '' ? missing : undefined;
      };
      const update = assetsUpdateOf(typed, base);
      const checked = connectorAssetsUpdateSchema.safeParse(update);
      const errors: FieldErrors<AssetsValues> = {};
      for (const { path, message } of checked.error?.issues ?? []) {
        const field = fieldOf(path);
        errors[field] ??= {
          type: 'custom',
          message: wordsOf(field) ?? message,
        } as never;
      }
      return checked.success
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [base, missing, noDay],
  );
  return useForm<AssetsValues, unknown, ConnectorAssetsUpdate>({
    resolver,
    defaultValues: values,
    mode: 'onTouched',
    shouldFocusError: false,
  });
}

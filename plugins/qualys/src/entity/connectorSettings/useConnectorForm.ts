import { useMemo } from 'react';
import {
  connectorUpdateSchema,
  type ConnectorUpdate,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import {
  useForm,
  type FieldErrors,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form';
import { useQualysTranslation } from '../../translation';
import { updateOf, type ConnectorFormValues } from './formValues';

/** The form of a connector. */
export type ConnectorForm = UseFormReturn<
  ConnectorFormValues,
  unknown,
  ConnectorUpdate
>;

// The field of the form in which a setting stands.
function fieldOf(path: readonly PropertyKey[]): keyof ConnectorFormValues {
  const [setting, part] = path.map(String);
  if (setting === 'pollingFrequency') {
    return part === 'minutes' ? 'minutes' : 'hours';
  }
  return setting === 'remediationEnabled'
    ? 'remediation'
    : (setting as keyof ConnectorFormValues);
}

/**
 * The form of a connector, under the rules of its settings.
 *
 * @param values - what it begins with
 * @param base - the state that it changes
 */
export function useConnectorForm(
  values: ConnectorFormValues,
  base: EditableConnector,
): ConnectorForm {
  const { t } = useQualysTranslation();
  const keyMissing = t('connectorSettings.form.keyMissing');
  const resolver = useMemo<
    Resolver<ConnectorFormValues, unknown, ConnectorUpdate>
  >(
    () => async typed => {
      const update = updateOf(typed, base);
      const checked = connectorUpdateSchema.safeParse(update);
      const errors: FieldErrors<ConnectorFormValues> = {};
      for (const { path, message } of checked.error?.issues ?? []) {
        errors[fieldOf(path)] ??= { type: 'custom', message };
      }
      const isChange = Object.keys(update).length > 0;
      if (
        base.provider === 'AZURE' &&
        isChange &&
        update.authenticationKey === undefined
      ) {
        errors.authenticationKey = { type: 'custom', message: keyMissing };
      }
      return Object.keys(errors).length === 0
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [base, keyMissing],
  );
  return useForm<ConnectorFormValues, unknown, ConnectorUpdate>({
    resolver,
    defaultValues: values,
    mode: 'onTouched',
    // The order of the fields in the form counts, not that of their making.
    shouldFocusError: false,
  });
}

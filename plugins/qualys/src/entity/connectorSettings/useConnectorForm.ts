import { useCallback } from 'react';
import {
  connectorUpdateSchema,
  type ConnectorUpdate,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import type { UseFormReturn } from 'react-hook-form';
import { useCheckedForm, type Complain } from '../../settings/useCheckedForm';
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
  const check = useCallback(
    (typed: ConnectorFormValues, complain: Complain<ConnectorFormValues>) => {
      const update = updateOf(typed, base);
      const checked = connectorUpdateSchema.safeParse(update);
      for (const { path, message } of checked.error?.issues ?? []) {
        complain(fieldOf(path), message);
      }
      const isChange = Object.keys(update).length > 0;
      if (
        base.provider === 'AZURE' &&
        isChange &&
        update.authenticationKey === undefined
      ) {
        complain('authenticationKey', keyMissing);
      }
      return update;
    },
    [base, keyMissing],
  );
  return useCheckedForm(values, check);
}

import { useMemo, useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  connectorCredentialsUpdateSchema,
  type ConnectorCredentialsUpdate,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { useForm, type FieldErrors, type Resolver } from 'react-hook-form';
import { qualysApiRef } from '../../../api/QualysApi';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { readConnectorSettings } from '../readConnectorSettings';
import type { RenewDialogProps } from './RenewDialog';

/** What the fields of the form hold. */
export interface RenewalValues {
  authenticationKey: string;
  keyFile: string;
  /** `2026-12-31`, or nothing. */
  expiresOn: string;
  /** Whether the key stays as it is. */
  onlyDate: boolean;
}

const FIRST: RenewalValues = {
  authenticationKey: '',
  keyFile: '',
  expiresOn: '',
  onlyDate: false,
};

/** What the form asks for. */
function updateOf(
  values: RenewalValues,
  provider: EditableConnector['provider'],
): ConnectorCredentialsUpdate {
  const secret = provider === 'AZURE' ? 'authenticationKey' : 'keyFile';
  return {
    ...(!values.onlyDate && { [secret]: values[secret] }),
    expiresOn: values.expiresOn || null,
  };
}

function useRenewalForm(provider: EditableConnector['provider']) {
  const { t } = useQualysTranslation();
  const missing = t('renewKey.missing');
  const resolver = useMemo<
    Resolver<RenewalValues, unknown, ConnectorCredentialsUpdate>
  >(
    () => async values => {
      const update = updateOf(values, provider);
      const checked = connectorCredentialsUpdateSchema.safeParse(update);
      const errors: FieldErrors<RenewalValues> = {};
      for (const { path, message } of checked.error?.issues ?? []) {
        const name = path[0] as keyof RenewalValues;
        errors[name] ??= {
          type: 'custom',
          message: values[name] === '' ? missing : message,
        };
      }
      return checked.success
        ? { values: update, errors: {} }
        : { values: {}, errors };
    },
    [provider, missing],
  );
  return useForm<RenewalValues, unknown, ConnectorCredentialsUpdate>({
    resolver,
    defaultValues: FIRST,
    mode: 'onTouched',
    shouldFocusError: false,
  });
}

/** The renewal of a key: the form, and the sending. */
export function useRenewal(options: RenewDialogProps) {
  const { name, object, onChanged, onClose } = options;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toasts = useApi(toastApiRef);
  // The state that the renewal is made from.
  const [base, setBase] = useState(options.read);
  const form = useRenewalForm(base.provider);

  const edit = useSettingsEdit({
    form,
    first: FIRST,
    unreviewed: true,
    readCurrent: readConnectorSettings,
    changesOf: () => [],
    update: update => api.renewConnectorKey(object, base.version, update),
    onSaved: (_, { expiresOn: __, ...secrets }) => {
      onChanged();
      toasts.post({
        title: t(
          Object.keys(secrets).length > 0
            ? 'renewKey.renewed'
            : 'renewKey.noted',
          { name },
        ),
        status: 'success',
        timeout: 8_000,
      });
      onClose();
    },
    read: () => api.getConnectorSettings(object),
    onBase: setBase,
    // Everything in the form is new.
    mergedWith: () => undefined,
  });
  return { ...edit, base, form };
}

import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  connectorCredentialsUpdateSchema,
  type ConnectorCredentialsUpdate,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { useToast } from '../../../hooks/useToast';
import { mergeEdits } from '../../../settings/mergeEdits';
import {
  useCheckedForm,
  type Complain,
} from '../../../settings/useCheckedForm';
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

/** What the form begins with: what is known of the present key. */
function firstValues({ credentials }: EditableConnector): RenewalValues {
  return {
    authenticationKey: '',
    keyFile: '',
    expiresOn: credentials?.expiresOn ?? '',
    onlyDate: false,
  };
}

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

function useRenewalForm(
  provider: EditableConnector['provider'],
  first: RenewalValues,
) {
  const { t } = useQualysTranslation();
  const dateMissing = t('renewKey.dateMissing');
  const missing = t('renewKey.missing');
  const check = useCallback(
    (values: RenewalValues, complain: Complain<RenewalValues>) => {
      const update = updateOf(values, provider);
      // Sent without a day, it would forget the one that is known.
      if (values.onlyDate && values.expiresOn === '') {
        complain('expiresOn', dateMissing);
      }
      const checked = connectorCredentialsUpdateSchema.safeParse(update);
      for (const { path, message } of checked.error?.issues ?? []) {
        const name = path[0] as keyof RenewalValues;
        complain(name, values[name] === '' ? missing : message);
      }
      return update;
    },
    [provider, missing, dateMissing],
  );
  return useCheckedForm(first, check);
}

/** The renewal of a key: the form, and the sending. */
export function useRenewal(options: RenewDialogProps) {
  const { name, object, onChanged, onClose } = options;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  // The state that the renewal is made from.
  const [base, setBase] = useState(options.read);
  const [first] = useState(() => firstValues(base));
  const form = useRenewalForm(base.provider, first);

  const edit = useSettingsEdit({
    form,
    first,
    unreviewed: true,
    readCurrent: readConnectorSettings,
    changesOf: () => [],
    update: update => api.renewConnectorKey(object, base.version, update),
    onSaved: (_, { expiresOn: __, ...secrets }) => {
      onChanged();
      toast(
        t(
          Object.keys(secrets).length > 0
            ? 'renewKey.renewed'
            : 'renewKey.noted',
          { name },
        ),
      );
      onClose();
    },
    read: () => api.getConnectorSettings(object),
    onBase: setBase,
    mergedWith: current =>
      mergeEdits(firstValues(base), form.getValues(), firstValues(current)),
  });
  return { ...edit, base, form };
}

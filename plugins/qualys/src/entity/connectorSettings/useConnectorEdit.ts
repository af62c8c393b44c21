import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  connectorChanges,
  type ConnectorSettings,
  type ConnectorUpdate,
  type EditableConnector,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useToast } from '../../hooks/useToast';
import { mergeEdits } from '../../settings/mergeEdits';
import { useSettingsEdit } from '../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../translation';
import type { ConnectorDialogProps } from './ConnectorDialogs';
import { formValues, settingsAfter } from './formValues';
import { readConnectorSettings } from './readConnectorSettings';
import { useConnectorForm } from './useConnectorForm';

export interface ConnectorEditOptions extends ConnectorDialogProps {
  /** The connector as it was read for the form. */
  read: EditableConnector;
  /** Earlier settings that are to be restored. */
  restored?: ConnectorSettings;
}

function secretChanges(update: ConnectorUpdate): SettingChange[] {
  return (['authenticationKey', 'keyFile'] as const)
    .filter(setting => update[setting] !== undefined)
    .map(setting => ({ setting, effect: 'neutral' }));
}

/** The steps of a change of a connector: the form, the review, the sending. */
export function useConnectorEdit(options: ConnectorEditOptions) {
  const { object, onChanged, onClose, restored } = options;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  // The state that the change is made from.
  const [base, setBase] = useState(options.read);
  const [first] = useState(() => formValues(options.read, restored));
  const form = useConnectorForm(first, base);

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: readConnectorSettings,
    changesOf: update => [
      ...connectorChanges(base.settings, settingsAfter(base, update)),
      ...secretChanges(update),
    ],
    update: (update, reason) =>
      api.updateConnector(object, base.version, {
        ...update,
        ...(reason !== undefined && { reason }),
      }),
    onSaved: ({ settings: { name } }) => {
      onChanged();
      toast(t('connectorSettings.saved', { name }));
      onClose();
    },
    read: () => api.getConnectorSettings(object),
    onBase: setBase,
    mergedWith: current =>
      mergeEdits(formValues(base), form.getValues(), formValues(current)),
  });
  return { ...edit, base, form };
}

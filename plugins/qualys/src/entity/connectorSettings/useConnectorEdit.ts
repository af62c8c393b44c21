import { useRef, useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  connectorChanges,
  isWeakening,
  type ConnectorSettings,
  type ConnectorUpdate,
  type EditableConnector,
  type SettingChange,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { useReason } from '../../settings/useReason';
import { useSettingsSave } from '../../settings/useSettingsSave';
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
  const toasts = useApi(toastApiRef);
  // The state that the change is made from.
  const [base, setBase] = useState(options.read);
  const [first] = useState(() => formValues(options.read, restored));
  const form = useConnectorForm(first, base);
  const [reviewed, setReviewed] = useState<ConnectorUpdate>();
  const reason = useReason();
  const save = useSettingsSave(readConnectorSettings);
  const untouched = useRef(JSON.stringify(first));

  const changes = reviewed
    ? [
        ...connectorChanges(base.settings, settingsAfter(base, reviewed)),
        ...secretChanges(reviewed),
      ]
    : [];

  const check = form.handleSubmit(setReviewed, () => setReviewed(undefined));

  return {
    base,
    form,
    reason,
    save,
    /** What is reviewed; undefined while the form is filled in. */
    reviewed,
    changes,
    weakening: isWeakening(changes),
    dirty: () =>
      reason.value !== '' ||
      JSON.stringify(form.getValues()) !== untouched.current,
    /** Checks the form, and goes on where all of it is right. */
    check,
    update: async (why: string | undefined) => {
      if (!reviewed) return;
      const updated = await save.send(() =>
        api.updateConnector(object, base.version, {
          ...reviewed,
          ...(why !== undefined && { reason: why }),
        }),
      );
      if (!updated) return;
      onChanged();
      toasts.post({
        title: t('connectorSettings.saved', { name: updated.settings.name }),
        status: 'success',
        timeout: 8_000,
      });
      onClose();
    },
    /** Back to the form. */
    back: () => {
      setReviewed(undefined);
      save.clear();
    },
    /** Goes on from a newer state: what was not edited is as it is now. */
    goOnFrom: (current: EditableConnector) => {
      const was = formValues(base);
      const mine = form.getValues();
      const is = formValues(current);
      const merged = Object.fromEntries(
        Object.entries(mine).map(([name, value]) => {
          const field = name as keyof typeof mine;
          return [field, value === was[field] ? is[field] : value];
        }),
      ) as typeof mine;
      setBase(current);
      setReviewed(undefined);
      save.clear();
      form.reset(merged);
    },
    /** Reads the connector again, and keeps what was edited. */
    lookAgain: async () => {
      const fresh = await save.send(() => api.getConnectorSettings(object));
      if (fresh) setBase(fresh);
    },
  };
}

import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  webAppChanges,
  webAppSettingsAfter,
  webAppSettingsOf,
  type WebAppEditableSettings,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { useToast } from '../../../hooks/useToast';
import { mergeEdits } from '../../../settings/mergeEdits';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { currentWebApp, type ForEditing } from '../readWebApp';
import { formValues } from './formValues';
import { useWebAppForm } from './useWebAppForm';
import type { WebAppDialogProps } from './WebAppDialogs';

export interface WebAppEditOptions extends WebAppDialogProps {
  /** The web app as it was read for the form, and what can be chosen. */
  read: ForEditing;
  /** Earlier settings that are to be restored. */
  restored?: WebAppEditableSettings;
}

/** The steps of a change of a web app: the form, the review, the sending. */
export function useWebAppEdit(options: WebAppEditOptions) {
  const { object, read, restored, onChanged, onClose } = options;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  // The state that the change is made from.
  const [base, setBase] = useState(read.webApp);
  const [first] = useState(() => formValues(read.webApp, restored));
  const form = useWebAppForm(first, base);
  const before = webAppSettingsOf(base);

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: currentWebApp,
    changesOf: update =>
      webAppChanges(
        before,
        webAppSettingsAfter(before, update, read.choices.dnsOverrides),
      ),
    update: (settings, reason) =>
      api.updateWebApp(object, base.version, {
        settings,
        ...(reason !== undefined && { reason }),
      }),
    onSaved: webApp => {
      onChanged(webApp);
      toast(t('webApps.saved', { name: webApp.name ?? options.name }));
      onClose();
    },
    read: () => api.getWebApp(object, { fresh: true }),
    onBase: webApp => {
      setBase(webApp);
      onChanged(webApp);
    },
    mergedWith: current =>
      mergeEdits(formValues(base), form.getValues(), formValues(current)),
  });
  return { ...edit, base, form };
}

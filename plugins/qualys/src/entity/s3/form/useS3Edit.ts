import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { s3Changes, type S3Integration } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { useToast } from '../../../hooks/useToast';
import { mergeEdits } from '../../../settings/mergeEdits';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { readS3Integration } from '../readS3Integration';
import { formValues, settingsOf, withDestinationOf } from './formValues';
import type { S3SettingsDialogProps } from './S3SettingsDialog';
import { useS3Form } from './useS3Form';

export interface S3EditOptions extends S3SettingsDialogProps {
  /** The integration as it was read for the form. */
  read: S3Integration;
  /** Whether the person may say where the data go. */
  mayDirect: boolean;
}

/** The last settings that are known for certain, or else those that were on their way. */
function knownOf(integration: S3Integration) {
  return integration.settings ?? integration.uncertain?.settings;
}

/** The steps of a change of an S3 integration: the form, the review, the sending. */
export function useS3Edit(options: S3EditOptions) {
  const { object, mode, restored, mayDirect, onChanged, onClose } = options;
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  // The state that the change is made from.
  const [base, setBase] = useState(options.read);
  const before = knownOf(base);
  const [first] = useState(() => {
    const start =
      restored && before && !mayDirect
        ? withDestinationOf(before, restored)
        : restored;
    return formValues(start ?? before);
  });
  const form = useS3Form(first, before);
  const adopting = mode === 'adopt';

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: readS3Integration,
    changesOf: settings => (before ? s3Changes(before, settings) : []),
    unreviewed: adopting,
    update: (settings, reason) =>
      adopting
        ? api.adoptS3Integration(object, base.version, { settings })
        : api.updateS3Integration(object, base.version, {
            settings,
            ...(reason !== undefined && { reason }),
          }),
    onSaved: (integration, { name }) => {
      onChanged(integration);
      toast(t(adopting ? 's3.adopt.done' : 's3.saved', { name }));
      onClose();
    },
    read: () => api.getS3Integration(object),
    onBase: integration => {
      setBase(integration);
      onChanged(integration);
    },
    mergedWith: (current, reviewed) => {
      const known = knownOf(current);
      if (!before || !known) return undefined;
      const edited = reviewed ?? settingsOf(form.getValues());
      const { confirmed } = form.getValues();
      return { ...formValues(mergeEdits(before, edited, known)), confirmed };
    },
  });

  return {
    ...edit,
    base,
    before,
    form,
    /** Whether it is of use to send what is known already: nobody has sent it from here, or not for certain. */
    sendsAgain: base.uncertain !== undefined || base.source === 'entered',
  };
}

/** A change of an S3 integration that is under way. */
export type S3Edit = ReturnType<typeof useS3Edit>;

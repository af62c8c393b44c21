import { useRef, useState } from 'react';
import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  isWeakening,
  s3Changes,
  type S3Integration,
  type S3IntegrationSettings,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { mergeEdits } from '../../../settings/mergeEdits';
import { useReason } from '../../../settings/useReason';
import { useSettingsSave } from '../../../settings/useSettingsSave';
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
  const toasts = useApi(toastApiRef);
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
  const [reviewed, setReviewed] = useState<S3IntegrationSettings>();
  const reason = useReason();
  const save = useSettingsSave(readS3Integration);
  const untouched = useRef(JSON.stringify(first));

  const changes = reviewed && before ? s3Changes(before, reviewed) : [];
  const finish = (integration: S3Integration, title: string) => {
    onChanged(integration);
    toasts.post({ title, status: 'success', timeout: 8_000 });
    onClose();
  };

  const adopt = async (settings: S3IntegrationSettings) => {
    const adopted = await save.send(() =>
      api.adoptS3Integration(object, base.version, { settings }),
    );
    if (adopted) {
      finish(adopted, t('s3.adopt.done', { name: settings.name }));
    }
  };

  const update = async (why: string | undefined) => {
    if (!reviewed) return;
    const updated = await save.send(() =>
      api.updateS3Integration(object, base.version, {
        settings: reviewed,
        ...(why !== undefined && { reason: why }),
      }),
    );
    if (updated) finish(updated, t('s3.saved', { name: reviewed.name }));
  };

  const check = form.handleSubmit(
    async settings => {
      if (mode === 'adopt') await adopt(settings);
      else setReviewed(settings);
    },
    () => setReviewed(undefined),
  );

  return {
    base,
    before,
    form,
    reason,
    save,
    /** The settings that are reviewed; undefined while the form is filled in. */
    reviewed,
    changes,
    weakening: isWeakening(changes),
    /** Whether it is of use to send what is known already: nobody has sent it from here, or not for certain. */
    sendsAgain: base.uncertain !== undefined || base.source === 'entered',
    dirty: () =>
      reason.value !== '' ||
      JSON.stringify(form.getValues()) !== untouched.current,
    /** Checks the form, and goes on where all of it is right. */
    check,
    update,
    /** Back to the form. */
    back: () => {
      setReviewed(undefined);
      save.clear();
    },
    /** Goes on from a newer state, with what was edited kept. */
    goOnFrom: async (current: S3Integration) => {
      const known = knownOf(current);
      const edited = reviewed ?? settingsOf(form.getValues());
      setBase(current);
      onChanged(current);
      save.clear();
      if (before && known) {
        const { confirmed } = form.getValues();
        const merged = formValues(mergeEdits(before, edited, known));
        form.reset({ ...merged, confirmed });
        if (reviewed) await check();
      }
    },
    /** Reads the integration again, and keeps what was edited. */
    lookAgain: async () => {
      const fresh = await save.send(() => api.getS3Integration(object));
      if (!fresh) return;
      setBase(fresh);
      onChanged(fresh);
    },
  };
}

/** A change of an S3 integration that is under way. */
export type S3Edit = ReturnType<typeof useS3Edit>;

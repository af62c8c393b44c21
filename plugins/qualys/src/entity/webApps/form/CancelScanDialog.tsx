import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  WebAppScan,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import { useForm } from 'react-hook-form';
import { qualysApiRef } from '../../../api/QualysApi';
import { useToast } from '../../../hooks/useToast';
import { CheckInput } from '../../../settings/fields/CheckInput';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { currentScans } from '../readWebApp';
import { scanName } from '../scanWords';
import { useWebAppWords } from '../useWebAppWords';
import { newScans } from './newScans';
import type { WebAppDialogProps } from './WebAppDialogs';

/** The id of the dialog, which those of its parts begin with. */
export const CANCEL_SCAN_ID = 'qualys-cancel-scan';

interface CancelFormValues {
  /** Whether what it found so far is kept. */
  withResults: boolean;
}

const FIRST: CancelFormValues = { withResults: true };

/** Cancels a scan that has not come to its end, for a reason. */
export function CancelScanDialog(
  props: WebAppDialogProps & { scan: WebAppScan; read: WebAppScanList },
) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const words = useWebAppWords();
  const { object, scan, onScans, onClose } = props;
  const name = scanName(scan);
  const [base, setBase] = useState(props.read);
  const form = useForm<CancelFormValues, unknown, CancelFormValues>({
    defaultValues: FIRST,
  });

  const edit = useSettingsEdit({
    form,
    first: FIRST,
    readCurrent: currentScans,
    changesOf: () => [
      {
        setting: 'scan',
        effect: 'weakening',
        before: { id: scan.id, ...(scan.name && { name: scan.name }) },
      },
    ],
    update: ({ withResults }, reason = '') =>
      api.cancelScan(object, base.version, scan.id, { reason, withResults }),
    onSaved: scans => {
      onScans(scans);
      toast(t('webApps.cancelScan.done', { name }));
      onClose();
    },
    read: () => api.getWebAppScans(object, { fresh: true }),
    onBase: scans => {
      setBase(scans);
      onScans(scans);
    },
    mergedWith: () => undefined,
  });

  return (
    <SettingsEditor
      id={CANCEL_SCAN_ID}
      title={t('webApps.cancelScan.title', { name })}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      submitLabel={t('webApps.cancelScan.review')}
      sendLabel={t('webApps.cancelScan.send')}
      closeLabel={t('webApps.cancelScan.keep')}
      conflictOf={current => ({ changes: newScans(base, current) })}
      onClose={onClose}
    >
      <Typography variant="body1" paragraph>
        {t('webApps.cancelScan.text', { url: props.url ?? props.name })}
      </Typography>
      <CheckInput
        id="qualys-cancel-scan-withResults"
        control={form.control}
        name="withResults"
        label={t('webApps.cancelScan.withResults')}
      />
    </SettingsEditor>
  );
}

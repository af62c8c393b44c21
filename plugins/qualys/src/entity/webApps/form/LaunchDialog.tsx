import { useState } from 'react';
import Box from '@material-ui/core/Box';
import { useApi } from '@backstage/frontend-plugin-api';
import { isScanMoving } from 'backstage-plugin-qualys-common';
import { DateTime } from 'luxon';
import { qualysApiRef } from '../../../api/QualysApi';
import { Notice } from '../../../components/Notice';
import { useLanguage } from '../../../hooks/useLanguage';
import { useToast } from '../../../hooks/useToast';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useSettingsEdit } from '../../../settings/useSettingsEdit';
import { useQualysTranslation } from '../../../translation';
import { currentScans, type ForLaunching } from '../readWebApp';
import { titleOf, wordOf } from '../scanWords';
import { useWebAppWords } from '../useWebAppWords';
import { LaunchFields } from './LaunchFields';
import { firstValues } from './launchValues';
import { newScans } from './newScans';
import { useLaunchForm } from './useLaunchForm';
import type { WebAppDialogProps } from './WebAppDialogs';

/** The id of the dialog, which those of its parts begin with. */
export const LAUNCH_ID = 'qualys-launch-scan';

/** Launches a scan of a web app, once it is clear what is tested. */
export function LaunchDialog(
  props: WebAppDialogProps & { read: ForLaunching },
) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const locale = useLanguage();
  const { object, name, read, onScans, onClose } = props;
  const { choices } = read;
  // The last list of scans that the person has seen.
  const [base, setBase] = useState(read.scans);
  const [first] = useState(() =>
    firstValues(
      `${name}, ${DateTime.now()
        .setLocale(locale)
        .toLocaleString(DateTime.DATETIME_SHORT)}`,
      Boolean(choices.authRecords?.length),
    ),
  );
  const form = useLaunchForm(first);
  const words = useWebAppWords(choices);

  const edit = useSettingsEdit({
    form,
    first,
    readCurrent: currentScans,
    changesOf: scan => [
      {
        setting: 'scan',
        effect: 'neutral',
        after: JSON.parse(JSON.stringify(scan)),
      },
    ],
    update: scan => api.launchScan(object, base.version, scan),
    onSaved: (scans, scan) => {
      onScans(scans);
      toast(t('webApps.launch.done', { name: scan.name }));
      onClose();
    },
    read: () => api.getWebAppScans(object, { fresh: true }),
    onBase: scans => {
      setBase(scans);
      onScans(scans);
    },
    // What is to be launched is the same, whatever others have launched.
    mergedWith: () => undefined,
  });
  const moving = base.items.filter(isScanMoving);
  const warning = (
    <Box mb={2}>
      {moving.length > 0 && (
        <Box mb={1}>
          <Notice
            severity="info"
            title={t('webApps.launch.movingTitle', { count: moving.length })}
          >
            {moving.map(scan => (
              <div key={scan.id}>
                {titleOf(scan, t)}: {wordOf(scan.status, t)}
              </div>
            ))}
          </Notice>
        </Box>
      )}
      <Notice severity="warning" title={t('webApps.launch.warningTitle')}>
        {t('webApps.launch.warning', {
          url: props.url ? (
            <strong>{props.url}</strong>
          ) : (
            t('webApps.launch.noUrl')
          ),
        })}
      </Notice>
    </Box>
  );

  return (
    <SettingsEditor
      id={LAUNCH_ID}
      title={t('webApps.launch.title', { name })}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      submitLabel={t('webApps.launch.review')}
      sendLabel={t('webApps.launch.send')}
      review={warning}
      conflictOf={current => ({
        changes: newScans(base, current),
        by: t('webApps.launch.by'),
      })}
      onClose={onClose}
    >
      {warning}
      <LaunchFields form={form} choices={choices} />
    </SettingsEditor>
  );
}

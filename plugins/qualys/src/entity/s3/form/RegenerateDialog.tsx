import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import { s3Changes, type S3Integration } from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../../api/QualysApi';
import { Loading } from '../../../components/Loading';
import { Notice } from '../../../components/Notice';
import { ProblemNotice } from '../../../components/ProblemNotice';
import { useBoundObject } from '../../../hooks/useBoundObject';
import { ReasonField } from '../../../settings/ReasonField';
import { ChangedMeanwhile } from '../../../settings/SaveProblem';
import { SendDialog } from '../../../settings/SendDialog';
import { SettingsDialog } from '../../../settings/SettingsDialog';
import { useReason } from '../../../settings/useReason';
import { useSettingsSave } from '../../../settings/useSettingsSave';
import { useQualysTranslation } from '../../../translation';
import { getS3Integration, readS3Integration } from '../readS3Integration';
import { TrustCondition } from '../TrustCondition';
import { useS3Words } from '../useS3Words';
import type { S3DialogProps } from './S3Dialogs';

const ID = 'qualys-s3-regenerate';

/** Lets Qualys make a new external ID, and then says what it is. */
export function RegenerateDialog(props: S3DialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const words = useS3Words();
  const { object, onChanged } = props;
  const reason = useReason();
  const [confirmed, setConfirmed] = useState(false);
  const [newer, setNewer] = useState<S3Integration>();
  const [done, setDone] = useState(false);
  const save = useSettingsSave(readS3Integration);

  const read = useBoundObject(object, getS3Integration);
  const base = newer ?? read.value;

  const take = (integration: S3Integration) => {
    setNewer(integration);
    onChanged(integration);
    save.clear();
  };
  const send = async () => {
    const why = reason.check();
    if (why === undefined) return false;
    if (!base) return true;
    const regenerated = await save.send(() =>
      api.regenerateS3ExternalId(object, base.version, { reason: why }),
    );
    if (regenerated) {
      take(regenerated);
      setDone(true);
    }
    return true;
  };
  const lookAgain = async () => {
    const fresh = await save.look(() => api.getS3Integration(object));
    if (fresh) take(fresh);
  };

  const title = t('s3.regenerate.title', { name: props.name });
  if (done) {
    return (
      <SettingsDialog
        id={ID}
        title={title}
        onClose={props.onClose}
        closeLabel={t('settings.close')}
      >
        <Notice severity="info" title={t('s3.regenerate.doneTitle')}>
          <div>{t('s3.regenerate.done')}</div>
          <Box mt={1}>
            <TrustCondition externalId={base?.externalId?.value} />
          </Box>
        </Notice>
      </SettingsDialog>
    );
  }

  return (
    <SendDialog
      id={ID}
      title={title}
      dirty={reason.value !== '' || confirmed}
      save={save}
      sendLabel={t('s3.regenerate.confirm')}
      blocked={!confirmed || !base}
      onSend={send}
      conflictIn={current => (
        <ChangedMeanwhile
          changes={
            base?.settings && current.settings
              ? s3Changes(base.settings, current.settings)
              : []
          }
          wordsOf={words}
          onGoOn={() => take(current)}
        />
      )}
      onLookAgain={lookAgain}
      onClose={props.onClose}
    >
      <Typography variant="body1" paragraph>
        {t('s3.regenerate.stops')}
      </Typography>
      <Typography variant="body1" paragraph>
        {t('s3.regenerate.sends')}
      </Typography>
      {!base && !read.error && <Loading label={t('settings.opening')} />}
      {!base && read.error && (
        <ProblemNotice error={read.error} onRetry={read.retry} />
      )}
      {base && (
        <>
          {base.uncertain && (
            <Box mb={2}>
              <Notice severity="warning" title={t('s3.uncertain.title')}>
                {t('s3.regenerate.uncertain')}
              </Notice>
            </Box>
          )}
          <ReasonField
            id={`${ID}-reason`}
            value={reason.value}
            onChange={reason.set}
            error={reason.error}
          />
          <Box mt={1}>
            <FormControlLabel
              label={t('s3.regenerate.understood')}
              control={
                <Checkbox
                  color="primary"
                  checked={confirmed}
                  onChange={event => setConfirmed(event.target.checked)}
                />
              }
            />
          </Box>
        </>
      )}
    </SendDialog>
  );
}

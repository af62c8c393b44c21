import { useRef } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysSettingsWeakenPermission,
  s3Changes,
  type S3Integration,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../../components/Notice';
import { RelativeTime } from '../../../components/RelativeTime';
import { useMissingPermission } from '../../../hooks/useMissingPermission';
import { ReviewStep } from '../../../settings/ReviewStep';
import { ChangedMeanwhile, SaveProblem } from '../../../settings/SaveProblem';
import { SettingsDialog } from '../../../settings/SettingsDialog';
import { useFocusFirstError } from '../../../settings/useFocusFirstError';
import { useQualysTranslation } from '../../../translation';
import { UncertainNotice } from '../UncertainNotice';
import { useS3Words } from '../useS3Words';
import { S3_FORM_ID, useS3FormTitle } from './formTitle';
import { formValues } from './formValues';
import { S3Fields } from './S3Fields';
import { useS3Edit, type S3Edit, type S3EditOptions } from './useS3Edit';

/** The form of an S3 integration, the review of what will change, and the way to Qualys. */
export function S3Editor(props: S3EditOptions) {
  const { t } = useQualysTranslation();
  const words = useS3Words();
  const title = useS3FormTitle(props);
  const edit = useS3Edit(props);
  const { before, form, reason, save, reviewed } = edit;
  const content = useRef<HTMLDivElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const weaken = useMissingPermission([
    {
      permission: qualysSettingsWeakenPermission,
      resourceRef: props.entityRef,
    },
  ]);

  const submit = async () => {
    if (!reviewed) {
      await edit.check();
      focusFirstError();
      return;
    }
    const why = edit.weakening ? reason.check() : undefined;
    if (edit.weakening && why === undefined) focusFirstError();
    else await edit.update(why);
  };

  const pointless = edit.changes.length === 0 && !edit.sendsAgain;
  const { conflict, error, sending } = save;
  return (
    <SettingsDialog
      id={S3_FORM_ID}
      title={title}
      dirty={edit.dirty()}
      sending={sending}
      onClose={props.onClose}
      onSubmit={submit}
      actions={
        <>
          {reviewed && (
            <Button onClick={edit.back} disabled={sending}>
              {t('settings.back')}
            </Button>
          )}
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={
              sending ||
              conflict !== undefined ||
              (reviewed !== undefined &&
                (pointless || (edit.weakening && Boolean(weaken.missing))))
            }
          >
            {labelOf(props, edit, t)}
          </Button>
        </>
      }
    >
      <div ref={content}>
        {reviewed ? (
          <ReviewStep
            id={S3_FORM_ID}
            changes={edit.changes}
            wordsOf={words}
            weakening={edit.weakening}
            reason={reason}
            mayWeaken={!weaken.missing}
            nothing={edit.sendsAgain && t('s3.uncertain.sameAgain')}
          />
        ) : (
          <>
            <Introduction edit={edit} adopting={props.mode === 'adopt'} />
            <S3Fields form={form} before={before} mayDirect={props.mayDirect} />
          </>
        )}
        {conflict && (
          <ChangedMeanwhile
            changes={
              before && conflict.settings
                ? s3Changes(before, conflict.settings)
                : []
            }
            wordsOf={words}
            by={<ChangedBy current={conflict} />}
            onGoOn={() => edit.goOnFrom(conflict)}
          />
        )}
        {error && <SaveProblem error={error} onLookAgain={edit.lookAgain} />}
      </div>
    </SettingsDialog>
  );
}

function labelOf(
  { mode }: S3EditOptions,
  { save, reviewed }: S3Edit,
  t: ReturnType<typeof useQualysTranslation>['t'],
): string {
  if (save.sending) return t('settings.saving');
  if (mode === 'adopt') return t('s3.adopt.confirm');
  return t(reviewed ? 'settings.save' : 'settings.review');
}

/** What there is to know before the form is filled in. */
function Introduction(props: { edit: S3Edit; adopting: boolean }) {
  const { t } = useQualysTranslation();
  const { base, form } = props.edit;
  const { uncertain } = base;
  if (props.adopting) {
    return (
      <Box mb={3}>
        <Notice severity="info" title={t('s3.adopt.introTitle')}>
          {t('s3.adopt.intro')}
        </Notice>
      </Box>
    );
  }
  return uncertain ? (
    <Box mb={3}>
      <UncertainNotice
        integration={base}
        action={
          <Button
            variant="outlined"
            size="small"
            onClick={() => form.reset(formValues(uncertain.settings))}
          >
            {t('s3.uncertain.fillIn')}
          </Button>
        }
      />
    </Box>
  ) : (
    <Typography variant="body2" paragraph>
      {t('s3.form.intro')}
    </Typography>
  );
}

/** Who made the state that a change was not made from. */
function ChangedBy(props: { current: S3Integration }) {
  const { t } = useQualysTranslation();
  const { settled } = props.current;
  return settled ? (
    <>
      {t('settings.changedBy', {
        when: <RelativeTime value={settled.at} />,
        who: <EntityRefLink entityRef={settled.by} defaultKind="user" />,
      })}
    </>
  ) : null;
}

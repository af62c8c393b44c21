import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { s3Changes, type S3Integration } from 'backstage-plugin-qualys-common';
import { Notice } from '../../../components/Notice';
import { RelativeTime } from '../../../components/RelativeTime';
import { SettingsEditor } from '../../../settings/SettingsEditor';
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
  const { before, form } = edit;
  const adopting = props.mode === 'adopt';
  return (
    <SettingsEditor
      id={S3_FORM_ID}
      title={title}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      submitLabel={adopting ? t('s3.adopt.confirm') : undefined}
      sendsAgain={edit.sendsAgain && t('s3.uncertain.sameAgain')}
      conflictOf={current => ({
        changes:
          before && current.settings ? s3Changes(before, current.settings) : [],
        by: <ChangedBy current={current} />,
      })}
      onClose={props.onClose}
    >
      <Introduction edit={edit} adopting={adopting} />
      <S3Fields form={form} before={before} mayDirect={props.mayDirect} />
    </SettingsEditor>
  );
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

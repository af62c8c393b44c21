import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import {
  webAppChanges,
  webAppSettingsOf,
} from 'backstage-plugin-qualys-common';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useQualysTranslation } from '../../../translation';
import { useWebAppWords } from '../useWebAppWords';
import { useWebAppEdit, type WebAppEditOptions } from './useWebAppEdit';
import { WebAppFields } from './WebAppFields';

/** The id of the form's dialog, which those of its parts begin with. */
export const WEB_APP_FORM_ID = 'qualys-web-app';

/** The form of a web app, the review of what will change, and the way to Qualys. */
export function WebAppEditor(props: WebAppEditOptions) {
  const { t } = useQualysTranslation();
  const words = useWebAppWords();
  const edit = useWebAppEdit(props);
  const { base, form } = edit;
  return (
    <SettingsEditor
      id={WEB_APP_FORM_ID}
      title={t('webApps.editOf', { name: props.name })}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      conflictOf={current => ({
        changes: webAppChanges(
          webAppSettingsOf(base),
          webAppSettingsOf(current),
        ),
      })}
      onClose={props.onClose}
    >
      <Box mb={2}>
        <Typography variant="body2">{t('webApps.form.intro')}</Typography>
      </Box>
      <WebAppFields form={form} base={base} choices={props.read.choices} />
    </SettingsEditor>
  );
}

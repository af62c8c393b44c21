import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { connectorChanges } from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { SettingsDialog } from '../../settings/SettingsDialog';
import { SettingsEditor } from '../../settings/SettingsEditor';
import { useQualysTranslation } from '../../translation';
import { ConnectorFields } from './ConnectorFields';
import {
  useConnectorEdit,
  type ConnectorEditOptions,
} from './useConnectorEdit';
import { useConnectorWords } from './useConnectorWords';

const ID = 'qualys-connector';

/** The form of a connector, the review of what will change, and the way to Qualys. */
export function ConnectorEditor(props: ConnectorEditOptions) {
  const { t } = useQualysTranslation();
  const words = useConnectorWords();
  const edit = useConnectorEdit(props);
  const { base, form } = edit;
  const title = t('connectorSettings.editOf', { name: props.name });

  if (base.locked) {
    return (
      <SettingsDialog
        id={ID}
        title={title}
        onClose={props.onClose}
        closeLabel={t('settings.close')}
      >
        <Notice severity="info" title={t('connectorSettings.locked.title')}>
          {t(
            base.locked === 'legacyExternalId'
              ? 'connectorSettings.locked.legacyExternalId'
              : 'connectorSettings.notInCloudView',
          )}
        </Notice>
      </SettingsDialog>
    );
  }
  return (
    <SettingsEditor
      id={ID}
      title={title}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      conflictOf={current => ({
        changes: connectorChanges(base.settings, current.settings),
      })}
      onClose={props.onClose}
    >
      <Box mb={2}>
        <Typography variant="body2">
          {t('connectorSettings.form.intro')}
        </Typography>
      </Box>
      <ConnectorFields form={form} base={base} entityRef={props.entityRef} />
    </SettingsEditor>
  );
}

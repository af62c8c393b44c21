import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useApi } from '@backstage/frontend-plugin-api';
import { qualysApiRef } from '../../api/QualysApi';
import { useToast } from '../../hooks/useToast';
import { ReasonField } from '../../settings/ReasonField';
import { TypedNameDialog } from '../../settings/TypedNameDialog';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import type { ConnectorDialogProps } from './ConnectorDialogs';

const ID = 'qualys-connector-delete';

/** Deletes a connector, whose name must be typed for that. */
export function DeleteDialog(props: ConnectorDialogProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const toast = useToast();
  const { name, object, onChanged, onClose } = props;
  const save = useSettingsSave<true>(async () => undefined);

  const remove = async (confirmed: { name: string; reason: string }) => {
    const done = await save.send(async () => {
      await api.deleteConnector(object, confirmed);
      return true;
    });
    if (!done) return;
    onChanged();
    toast(t('connectorDeletion.done', { name }));
    onClose();
  };

  // The page says whether it is still there.
  const lookAgain = () => {
    onChanged();
    onClose();
  };

  return (
    <TypedNameDialog
      id={ID}
      title={t('connectorDeletion.title', { name })}
      name={name}
      words={{
        label: t('connectorDeletion.typeName'),
        hint: t('connectorDeletion.typeNameHint', { name }),
        differs: t('connectorDeletion.nameDiffers'),
      }}
      save={save}
      sendLabel={t('connectorDeletion.send')}
      onConfirmed={remove}
      onLookAgain={lookAgain}
      onClose={onClose}
    >
      {(nameField, reason) => (
        <>
          <Typography variant="body1" paragraph>
            {t('connectorDeletion.text')}
          </Typography>
          <Box mb={2}>{nameField}</Box>
          <ReasonField
            id={`${ID}-reason`}
            value={reason.value}
            onChange={reason.set}
            error={reason.error}
          />
        </>
      )}
    </TypedNameDialog>
  );
}

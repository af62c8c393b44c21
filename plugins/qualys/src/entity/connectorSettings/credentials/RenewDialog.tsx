import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useWatch } from 'react-hook-form';
import {
  connectorChanges,
  type EditableConnector,
} from 'backstage-plugin-qualys-common';
import { CheckInput } from '../../../settings/fields/CheckInput';
import { TextInput } from '../../../settings/fields/TextInput';
import { SettingsEditor } from '../../../settings/SettingsEditor';
import { useQualysTranslation } from '../../../translation';
import type { ConnectorDialogProps } from '../ConnectorDialogs';
import { KeyFileInput } from '../KeyFileInput';
import { useConnectorWords } from '../useConnectorWords';
import { useRenewal } from './useRenewal';

const ID = 'qualys-renew-key';

export interface RenewDialogProps extends ConnectorDialogProps {
  /** The connector as it was read just before. */
  read: EditableConnector;
}

/** Gives Qualys another key, or takes note of when the present one expires. */
export function RenewDialog(props: RenewDialogProps) {
  const { t } = useQualysTranslation();
  const words = useConnectorWords();
  const edit = useRenewal(props);
  const { base, form } = edit;
  const { control } = form;
  const [onlyDate, expiresOn] = useWatch({
    control,
    name: ['onlyDate', 'expiresOn'],
  });
  const known = base.credentials?.expiresOn;
  const setting = base.provider === 'AZURE' ? 'authenticationKey' : 'keyFile';
  return (
    <SettingsEditor
      id={ID}
      title={t('renewKey.title', { name: props.name })}
      entityRef={props.entityRef}
      edit={edit}
      wordsOf={words}
      submitLabel={t(onlyDate ? 'renewKey.note' : 'renewKey.renew')}
      conflictOf={current => ({
        changes: [
          ...connectorChanges(base.settings, current.settings),
          ...(base.credentials?.renewedAt === current.credentials?.renewedAt
            ? []
            : [{ setting, effect: 'neutral' as const }]),
          ...(known === current.credentials?.expiresOn
            ? []
            : [
                {
                  setting: 'keyExpiresOn',
                  effect: 'neutral' as const,
                  before: known,
                  after: current.credentials?.expiresOn,
                },
              ]),
        ],
      })}
      onClose={props.onClose}
    >
      <Typography variant="body1" paragraph>
        {t(`renewKey.intro.${setting}`)}
      </Typography>
      <Box display="grid" gridGap={16}>
        {!onlyDate && setting === 'authenticationKey' && (
          <TextInput
            id={`${ID}-key`}
            control={control}
            name="authenticationKey"
            label={t('renewKey.key')}
            hint={t('renewKey.keyHint')}
            inputProps={{ type: 'password', autoComplete: 'new-password' }}
            required
          />
        )}
        {!onlyDate && setting === 'keyFile' && (
          <KeyFileInput
            id={`${ID}-key-file`}
            control={control}
            name="keyFile"
            label={t('renewKey.keyFile')}
            hint={t('renewKey.keyFileHint')}
          />
        )}
        <TextInput
          id={`${ID}-expires`}
          control={control}
          name="expiresOn"
          label={t('renewKey.expiresOn')}
          hint={t('renewKey.expiresOnHint')}
          warnings={
            !onlyDate && known !== undefined && expiresOn === known
              ? [t('renewKey.dateOfPresent')]
              : undefined
          }
          inputProps={{ type: 'date' }}
        />
        <CheckInput
          id={`${ID}-only-date`}
          control={control}
          name="onlyDate"
          label={t('renewKey.onlyDate')}
        />
      </Box>
    </SettingsEditor>
  );
}

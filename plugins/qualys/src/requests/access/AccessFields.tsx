import Box from '@material-ui/core/Box';
import {
  requestRoleArnSchema,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { KeyFileInput } from '../../entity/connectorSettings/KeyFileInput';
import { TextInput } from '../../settings/fields/TextInput';
import { useQualysTranslation } from '../../translation';
import { useConflictWords } from '../conflictWords';
import { useFindings } from '../useFindings';
import { type AccessFormState } from './useAccessForm';

export interface AccessFieldsProps {
  /** What the ids of its parts begin with. */
  id: string;
  form: AccessFormState;
  request: ConnectorRequestDetails;
}

/** The fields for what Qualys signs in with to a cloud. */
export function AccessFields(props: AccessFieldsProps) {
  const { t } = useQualysTranslation();
  const { id, form, request } = props;
  const { control } = form;
  if (request.provider === 'AWS') return <ArnField {...props} />;
  return (
    <Box display="grid" gridGap={16}>
      {request.provider === 'AZURE' ? (
        <TextInput
          id={`${id}-key`}
          control={control}
          name="authenticationKey"
          label={t('connectorSettings.setting.authenticationKey')}
          hint={t('requestAccess.keyHint')}
          inputProps={{ type: 'password', autoComplete: 'new-password' }}
          required
        />
      ) : (
        <KeyFileInput
          id={`${id}-key-file`}
          control={control}
          name="keyFile"
          label={t('connectorSettings.setting.keyFile')}
          hint={t('requestAccess.keyFileHint')}
        />
      )}
      <TextInput
        id={`${id}-expires`}
        control={control}
        name="keyExpiresOn"
        label={t('renewKey.expiresOn')}
        hint={t('renewKey.expiresOnHint')}
        inputProps={{ type: 'date' }}
      />
    </Box>
  );
}

function ArnField({ id, form, request }: AccessFieldsProps) {
  const { t } = useQualysTranslation();
  const words = useConflictWords();
  const arn = form.watch('arn').trim();
  const { settings, subscription, provider } = request;
  const isRight = requestRoleArnSchema(
    settings.account,
    settings.partition,
  ).safeParse(arn).success;
  const findings = useFindings(
    isRight && arn !== request.access.arn
      ? { subscription, provider, settings, id: request.id, arn }
      : undefined,
  );
  return (
    <TextInput
      id={`${id}-arn`}
      control={form.control}
      name="arn"
      label={t('requestAccess.aws.arn')}
      hint={t('requestAccess.aws.arnHint', {
        example: `arn:${settings.partition ?? 'aws'}:iam::${
          settings.account ?? '123456789012'
        }:role/QualysConnector`,
      })}
      warnings={findings.conflictsOf('arn').map(words)}
      inputProps={{ autoComplete: 'off', spellCheck: false }}
      required
    />
  );
}

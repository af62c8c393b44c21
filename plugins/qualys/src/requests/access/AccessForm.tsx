import { useEffect, useRef, useState, type FormEvent } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { qualysApiRef } from '../../api/QualysApi';
import { Notice } from '../../components/Notice';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { useFocusFirstError } from '../../settings/useFocusFirstError';
import { useSettingsSave } from '../../settings/useSettingsSave';
import { useQualysTranslation } from '../../translation';
import { useRequestWords } from '../page/useRequestWords';
import { readRequest } from '../readRequest';
import { AccessFields } from './AccessFields';
import { AwsRole } from './AwsRole';
import { KeysNotHeld } from './KeysNotHeld';
import { KeySteps } from './KeySteps';
import { accessValues, useAccessForm } from './useAccessForm';

const ID = 'qualys-request-access';

export interface AccessFormProps {
  /** The request as it was read last. */
  request: ConnectorRequestDetails;
  /** It was handed over; what the request is then. */
  onGiven: (request: ConnectorRequestDetails) => void;
  /** Whether the portal can hold keys; it can unless given. */
  holdsKeys?: boolean;
  /** The request turned out to be a newer one than was given. */
  onMoved?: (request: ConnectorRequestDetails) => void;
}

/**
 * What has to be made in the cloud so that Qualys can sign in, and the form
 * that hands it over. Secrets stay in the fields until they are sent.
 */
export function AccessForm(props: AccessFormProps) {
  const { request, holdsKeys = true } = props;
  if (request.provider !== 'AWS' && !holdsKeys) {
    return <KeysNotHeld provider={request.provider} />;
  }
  return (
    <>
      {request.provider === 'AWS' ? (
        <AwsRole request={request} />
      ) : (
        <KeySteps request={request} />
      )}
      <HandOver {...props} />
    </>
  );
}

function HandOver(props: AccessFormProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const content = useRef<HTMLFormElement>(null);
  const focusFirstError = useFocusFirstError(content);
  const save = useSettingsSave(readRequest);
  // The one that it turned out to be, until the page has it too.
  const [moved, setMoved] = useState<ConnectorRequestDetails>();
  useEffect(() => setMoved(undefined), [props.request.version]);
  const request = moved ?? props.request;
  const form = useAccessForm(request);
  const words = useRequestWords(request.provider);
  // Fields that are begun anew hold nothing of what was sent.
  const [round, setRound] = useState(0);
  const { conflict, error, sending } = save;
  const { id, provider, version } = request;
  const given =
    provider === 'AWS' ? request.access.arn : request.access.keyHeld;

  const giveIt = form.handleSubmit(async access => {
    const after = await save.send(() =>
      api.actOnConnectorRequest(id, version, 'access', access),
    );
    if (!after) return;
    form.reset(accessValues(after));
    setRound(count => count + 1);
    props.onGiven(after);
  }, focusFirstError);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The forms that it stands in bubble.
    event.stopPropagation();
    if (!sending && !conflict) void giveIt();
  };
  const goOnFrom = (current: ConnectorRequestDetails) => {
    setMoved(current);
    save.clear();
    props.onMoved?.(current);
  };
  const look = async () => {
    const fresh = await save.look(() => api.getConnectorRequest(id));
    if (fresh) goOnFrom(fresh);
  };

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={submit}
      ref={content}
      aria-label={t('requestAccess.form')}
    >
      {given && provider !== 'AWS' && (
        <Box my={2}>
          <Notice severity="info" title={t('requestAccess.heldTitle')}>
            {t('requestAccess.held')}
          </Notice>
        </Box>
      )}
      <Box my={2} key={round}>
        <AccessFields id={ID} form={form} request={request} />
      </Box>
      {conflict && (
        <ChangedMeanwhile
          changes={requestChanges(request.settings, conflict.settings)}
          wordsOf={words}
          by={
            conflict.state !== request.state &&
            t('requestAccess.movedTo', {
              state: t(`requests.state.${conflict.state}`),
            })
          }
          onGoOn={() => goOnFrom(conflict)}
        >
          {t('requestAccess.moved')}
        </ChangedMeanwhile>
      )}
      {error && (
        <SaveProblem error={error} looked={save.looked} onLookAgain={look} />
      )}
      <Button
        type="submit"
        variant="outlined"
        color="primary"
        disabled={
          sending ||
          conflict !== undefined ||
          !request.may.includes('giveAccess')
        }
      >
        {sending
          ? t('requestAccess.sending')
          : t(
              provider === 'AWS'
                ? 'requestAccess.giveRole'
                : 'requestAccess.giveKey',
            )}
      </Button>
    </form>
  );
}

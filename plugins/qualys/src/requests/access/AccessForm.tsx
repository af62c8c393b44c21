import type { FormEvent } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import {
  requestChanges,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { ChangedMeanwhile, SaveProblem } from '../../settings/SaveProblem';
import { useQualysTranslation } from '../../translation';
import { useRequestWords } from '../page/useRequestWords';
import { AccessFields } from './AccessFields';
import { AwsRole } from './AwsRole';
import { KeysNotHeld } from './KeysNotHeld';
import { KeySteps } from './KeySteps';
import type { HandOver } from './useHandOver';

const ID = 'qualys-request-access';

export interface AccessFormProps {
  /** The request as it was read last. */
  request: ConnectorRequestDetails;
  /** What is typed; it is there for as long as it may be handed over. */
  handOver: HandOver;
  /** Whether the portal can hold keys; it can unless given. */
  holdsKeys?: boolean;
}

/**
 * What has to be made in the cloud so that Qualys can sign in, and the form
 * that hands it over. Secrets stay in the fields until they are sent.
 */
export function AccessForm(props: AccessFormProps) {
  const { handOver, holdsKeys = true } = props;
  const request = handOver.request ?? props.request;
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
      <Fields request={request} handOver={handOver} />
    </>
  );
}

function Fields(props: Pick<AccessFormProps, 'request' | 'handOver'>) {
  const { t } = useQualysTranslation();
  const { handOver, request } = props;
  const { save } = handOver;
  const words = useRequestWords(request.provider);
  const { conflict, error, sending } = save;
  const { access, provider } = request;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The forms that it stands in bubble.
    event.stopPropagation();
    if (!sending && !conflict) void handOver.give();
  };

  return (
    <form
      noValidate
      autoComplete="off"
      onSubmit={submit}
      ref={handOver.content}
      aria-label={t('requestAccess.form')}
    >
      {provider === 'AWS' && access.arn !== undefined && (
        <Box my={2}>
          <Notice severity="info" title={t('requestAccess.roleGivenTitle')}>
            <div>{access.arn}</div>
            <div>{t('requestAccess.roleGiven')}</div>
          </Notice>
        </Box>
      )}
      {provider !== 'AWS' && access.keyHeld && (
        <Box my={2}>
          <Notice severity="info" title={t('requestAccess.heldTitle')}>
            {t('requestAccess.held')}
          </Notice>
        </Box>
      )}
      <Box my={2} key={handOver.round}>
        <AccessFields id={ID} form={handOver.form} request={request} />
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
          onGoOn={() => handOver.goOnFrom(conflict)}
        >
          {t('requestAccess.moved')}
        </ChangedMeanwhile>
      )}
      {error && (
        <SaveProblem
          error={error}
          looked={save.looked}
          onLookAgain={handOver.look}
        />
      )}
      <Button
        type="submit"
        variant="outlined"
        color="primary"
        // A button that is off for a moment loses the focus for good.
        aria-disabled={sending || undefined}
        disabled={conflict !== undefined || !request.may.includes('giveAccess')}
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

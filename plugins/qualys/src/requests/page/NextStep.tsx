import type { ReactNode } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  isRequestOver,
  type ConnectorRequestDetails,
  type RequestChoices,
} from 'backstage-plugin-qualys-common';
import { useNavigate } from 'react-router-dom';
import { Disclosure } from '../../components/Disclosure';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { ActionRow } from '../../settings/ActionRow';
import { useQualysTranslation, type Translate } from '../../translation';
import { AccessForm, useHandOver } from '../access';
import { AskButton } from '../AskButton';
import { useRequestPaths } from '../paths';
import type { RequestAct } from './acts';
import { ProblemText } from './ProblemText';

export interface NextStepProps {
  request: ConnectorRequestDetails;
  /** What can be asked for in this portal, as far as that is known. */
  choices?: RequestChoices;
  onAct: (act: RequestAct) => void;
  /** Access was given; how the request stands then. */
  onGiven: (request: ConnectorRequestDetails) => void;
  /** How the request stands, as it was just learned. */
  onRead: (request: ConnectorRequestDetails) => void;
}

/** Where a request stands for whoever looks at it, and what they can do about it. */
export function NextStep(props: NextStepProps) {
  const { t } = useQualysTranslation();
  const { request } = props;
  const { expiresAt, problem, state } = request;
  return (
    <Paper component="section" aria-labelledby="qualys-request-next">
      <Box p={2}>
        <Typography
          id="qualys-request-next"
          variant="h6"
          component="h3"
          gutterBottom
        >
          {t('requestPage.next.title')}
        </Typography>
        {problem && !isRequestOver(state) && (
          <Box mb={2}>
            <Notice
              severity={state === 'failed' ? 'error' : 'warning'}
              title={
                state === 'failed'
                  ? t(`requestPage.failure.${problem.code ?? 'other'}`)
                  : t('requestPage.waitingTitle')
              }
            >
              <ProblemText problem={problem} present />
            </Notice>
          </Box>
        )}
        <Typography variant="body1" component="div">
          {textOf(request, t)}
        </Typography>
        {state === 'verifying' && request.connector?.reportedState && (
          <Typography variant="body2">
            {t('requestPage.reportedState', {
              state: request.connector.reportedState,
            })}
          </Typography>
        )}
        {expiresAt && !isRequestOver(state) && (
          <Typography variant="body2" component="div">
            {t('requestPage.expires', {
              when: <RelativeTime value={expiresAt} />,
            })}
          </Typography>
        )}
        <Access {...props} />
        <Actions {...props} />
      </Box>
    </Paper>
  );
}

function textOf(request: ConnectorRequestDetails, t: Translate): ReactNode {
  const { connector, decision, events, may, requester, state } = request;
  const { mayBeCreated } = request;
  const who = <EntityRefLink entityRef={requester} defaultKind="user" />;
  const itself = connector?.entityRef && (
    <EntityRefLink entityRef={connector.entityRef} underline="always">
      {request.settings.name}
    </EntityRefLink>
  );
  const leftOver = (
    <>
      {itself && t('requestPage.next.leftOver', { connector: itself })}
      {mayBeCreated && t('requestPage.next.mayBeLeftOver')}
    </>
  );
  switch (state) {
    case 'draft':
      return may.includes('save')
        ? t('requestPage.next.draft')
        : t('requestPage.next.draftOther', { who });
    case 'submitted':
      if (may.includes('approve')) return t('requestPage.next.submittedDecide');
      return may.includes('withdraw')
        ? t('requestPage.next.submitted')
        : t('requestPage.next.submittedOther');
    case 'awaitingAccess':
      return may.includes('giveAccess')
        ? t('requestPage.next.awaitingAccess')
        : t('requestPage.next.awaitingAccessOther', { who });
    case 'active':
      return itself
        ? t('requestPage.next.active', { connector: itself })
        : t('requestPage.next.activeSoon');
    case 'failed':
      return may.includes('retry')
        ? t('requestPage.next.failed')
        : t('requestPage.next.failedOther');
    case 'rejected':
      return decision?.reason
        ? t('requestPage.next.rejectedBecause', { reason: decision.reason })
        : t('requestPage.next.rejected');
    case 'cancelled': {
      const reason = events.findLast(({ to }) => to === 'cancelled')?.reason;
      return (
        <>
          {reason
            ? t('requestPage.next.cancelledBecause', { reason })
            : t('requestPage.next.cancelled')}{' '}
          {leftOver}
        </>
      );
    }
    case 'expired':
      return (
        <>
          {t('requestPage.next.expired')} {leftOver}
        </>
      );
    default:
      return t(`requestPage.next.${state}`);
  }
}

const SUMMARIES = {
  awaitingAccess: 'requestPage.accessNow',
  failed: 'requestPage.accessMend',
} as const;

/** The form for what Qualys signs in with: open where the request waits for it, folded where it need not be given yet. */
function Access(props: NextStepProps) {
  const { t } = useQualysTranslation();
  const { choices, request } = props;
  const handOver = useHandOver({
    request,
    onGiven: props.onGiven,
    onMoved: props.onRead,
  });
  if (!request.may.includes('giveAccess')) return null;
  const { state } = request;
  // The same in all states: whoever types while the state changes goes on typing.
  return (
    <Box mt={2}>
      <Disclosure
        open={state === 'awaitingAccess'}
        summary={t(
          state === 'awaitingAccess' || state === 'failed'
            ? SUMMARIES[state]
            : 'requestPage.accessEarly',
        )}
      >
        <Box mt={1}>
          <AccessForm
            request={request}
            handOver={handOver}
            holdsKeys={choices?.holdsKeys}
          />
        </Box>
      </Disclosure>
    </Box>
  );
}

function Actions(props: NextStepProps) {
  const { t } = useQualysTranslation();
  const paths = useRequestPaths();
  const navigate = useNavigate();
  const { request, onAct } = props;
  const { may, provider, settings, state, subscription } = request;
  const ended = ['rejected', 'cancelled', 'expired'].includes(state);
  const offered = (['retry', 'withdraw', 'cancel'] as const).filter(act =>
    may.includes(act),
  );
  if (!ended && offered.length === 0 && !may.includes('save')) return null;
  return (
    <ActionRow label={t('requestPage.actions')}>
      {may.includes('save') && (
        <Button
          variant="contained"
          color="primary"
          onClick={() => navigate(paths.edit(request.id))}
        >
          {t('requestPage.edit')}
        </Button>
      )}
      {offered.map(act => (
        <Button
          key={act}
          variant={act === 'retry' ? 'contained' : 'outlined'}
          color={act === 'retry' ? 'primary' : 'default'}
          onClick={() => onAct(act)}
        >
          {t(`requestPage.${act}.button`)}
        </Button>
      ))}
      {ended && (
        <AskButton
          secondary
          prefilled={{ subscription, provider, entity: settings.entityRef }}
        />
      )}
    </ActionRow>
  );
}

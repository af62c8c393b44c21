import { lazy, useCallback, useEffect, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysRequestReadPermission,
  type ConnectorRequestDetails,
} from 'backstage-plugin-qualys-common';
import { useParams } from 'react-router-dom';
import { Loading } from '../../components/Loading';
import { Notice } from '../../components/Notice';
import { ProblemNotice } from '../../components/ProblemNotice';
import { ProviderLabel } from '../../components/ProviderLabel';
import { RelativeTime } from '../../components/RelativeTime';
import { useHasBeen } from '../../hooks/useHasBeen';
import { LazyDialog } from '../../settings/LazyDialog';
import { useFocusKept } from '../../settings/useFocusKept';
import { useQualysTranslation } from '../../translation';
import { useWayBack } from '../paths';
import { RequestStateChip } from '../RequestState';
import {
  useAssetsNames,
  useLiveRequest,
  useOptionalChoices,
} from '../useRequestData';
import type { RequestDialog } from './acts';
import { Course } from './Course';
import { Decision } from './Decision';
import { NextStep } from './NextStep';
import { NextToDecide } from './NextToDecide';
import { RequestHistory } from './RequestHistory';
import { WhatIsAsked } from './WhatIsAsked';

const ActDialog = lazy(() =>
  import('./ActDialog').then(m => ({ default: m.ActDialog })),
);
const ChangeDialog = lazy(() =>
  import('./change/ChangeDialog').then(m => ({ default: m.ChangeDialog })),
);

const useStyles = makeStyles(
  theme => ({
    parts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
      gap: theme.spacing(3),
      alignItems: 'start',
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    column: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
    name: { overflowWrap: 'anywhere' },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
    },
  }),
  { name: 'QualysRequestPage' },
);

/** The page of one request: how it stands, what to do next, the decision, and all that happened to it. */
export function RequestPage() {
  const { id = '' } = useParams();
  const [first] = useState(id);
  const isFromAnother = useHasBeen(id !== first);
  // Nothing of one request is left over on the page of another.
  return <OneRequest key={id} id={id} isFromAnother={isFromAnother} />;
}

function OneRequest(props: {
  id: string;
  /** Whether the page of another request has led here. */
  isFromAnother: boolean;
}) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const wayBack = useWayBack();
  const { value: request, error, retry, take } = useLiveRequest(props.id);
  const assets = useAssetsNames(request);
  const choices = useOptionalChoices(request);
  const [dialog, setDialog] = useState<RequestDialog>();
  // What a button was for may be done, and the button gone, once its dialog closes.
  const heading = useFocusKept<HTMLHeadingElement>(dialog !== undefined);
  const close = useCallback(() => setDialog(undefined), []);

  const isShown = request !== undefined;
  useEffect(() => {
    if (!isShown || !props.isFromAnother) return;
    // The link that led here went with the page that it was on. Whoever has gone
    // on from there is left alone.
    if (document.activeElement === document.body) heading.current?.focus();
  }, [isShown, props.isFromAnother, heading]);

  const isGone = error?.code === 'notFound';
  const back = (
    <Box mb={1}>
      <Link to={wayBack}>{t('requestPage.back')}</Link>
    </Box>
  );
  if (isGone || !request) {
    return (
      <>
        {back}
        {isGone && (
          <Notice severity="info" title={t('requestPage.notFoundTitle')}>
            {t('requestPage.notFound')}
          </Notice>
        )}
        {error && !isGone && (
          <ProblemNotice
            error={error}
            onRetry={retry}
            notAllowed={t('requestPage.notAllowed', {
              permission: qualysRequestReadPermission.name,
            })}
          />
        )}
        {!error && <Loading label={t('requestPage.loading')} rows={8} />}
      </>
    );
  }
  const name = request.settings.name || t('requestPage.noName');
  const given = (details: ConnectorRequestDetails) => {
    take(details);
    // Where it can be given again, the form that has the focus stays.
    if (!details.may.includes('giveAccess')) heading.current?.focus();
  };
  return (
    <>
      {back}
      <Typography
        variant="h5"
        component="h2"
        tabIndex={-1}
        ref={heading}
        className={classes.name}
      >
        {name}
      </Typography>
      <Typography variant="body2" component="div" className={classes.facts}>
        <ProviderLabel provider={request.provider} />
        {/* Whoever cannot see the page hears of it when the state changes. */}
        <span role="status">
          <RequestStateChip state={request.state} />
        </span>
        <span>
          {t('requestPage.subtitle', {
            who: (
              <EntityRefLink entityRef={request.requester} defaultKind="user" />
            ),
            when: <RelativeTime value={request.createdAt} />,
          })}
        </span>
      </Typography>
      <NextToDecide request={request} />
      {error && (
        <Box mt={2}>
          <ProblemNotice error={error} onRetry={retry} />
          <Typography variant="body2">
            {t('requestPage.notRefreshed')}
          </Typography>
        </Box>
      )}
      <Box mt={3} className={classes.parts}>
        <div className={classes.column}>
          <NextStep
            request={request}
            choices={choices}
            onAct={setDialog}
            onGiven={given}
            onRead={take}
          />
          {(request.state === 'submitted' || request.conflicts.length > 0) && (
            <Decision request={request} onOpen={setDialog} />
          )}
          <WhatIsAsked request={request} assets={assets} choices={choices} />
        </div>
        <div className={classes.column}>
          <Course request={request} />
          <RequestHistory request={request} assets={assets} />
        </div>
      </Box>
      {dialog && (
        <LazyDialog name={name} onClose={close}>
          {dialog === 'change' ? (
            <ChangeDialog request={request} onRead={take} onClose={close} />
          ) : (
            <ActDialog
              act={dialog}
              request={request}
              onRead={take}
              onClose={close}
            />
          )}
        </LazyDialog>
      )}
    </>
  );
}

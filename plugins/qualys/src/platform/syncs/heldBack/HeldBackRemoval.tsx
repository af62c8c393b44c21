import { useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysRemovalDecidePermission,
  REMOVAL_ACTIONS,
  type HeldBackReason,
  type HeldBackRemoval as Removal,
  type RemovalAction,
  type SubscriptionStatus,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../../components/Notice';
import { PermittedButton } from '../../../components/PermittedButton';
import { RelativeTime } from '../../../components/RelativeTime';
import { useLanguage } from '../../../hooks/useLanguage';
import { useQualysTranslation, type Translate } from '../../../translation';
import { HeldBackConnectors } from './HeldBackConnectors';

export interface HeldBackRemovalProps {
  subscription: SubscriptionStatus;
  removal: Removal;
  onDecide: (action: RemovalAction) => void;
}

/** The missing connectors of one cloud: why they are kept, which they are, and what can be decided. */
export function HeldBackRemoval(props: HeldBackRemovalProps) {
  const { t } = useQualysTranslation();
  const locale = useLanguage();
  const { subscription, removal } = props;
  const waiting = removal.state === 'waiting';
  const [shown, setShown] = useState(waiting);
  const listId = `qualys-held-back-${subscription.subscription}-${removal.provider}-${removal.state}`;
  const cloud = t(`provider.${removal.provider}`);
  return (
    <>
      <Notice
        severity={waiting ? 'warning' : 'info'}
        title={t(`heldBack.${removal.state}Title`, {
          count: removal.connectors,
          cloud,
        })}
        action={
          <Box display="flex" flexWrap="wrap" gridGap={8}>
            {REMOVAL_ACTIONS.filter(
              action => waiting || action === 'confirm',
            ).map(action => (
              <PermittedButton
                key={action}
                permission={qualysRemovalDecidePermission}
                size="small"
                variant="outlined"
                aria-label={t('heldBack.actionOf', {
                  action: t(`heldBack.${action}`),
                  cloud,
                  title: subscription.title,
                })}
                onClick={() => props.onDecide(action)}
              >
                {t(`heldBack.${action}`)}
              </PermittedButton>
            ))}
            <Button
              size="small"
              aria-expanded={shown}
              aria-controls={listId}
              onClick={() => setShown(!shown)}
            >
              {t(shown ? 'heldBack.hide' : 'heldBack.show')}
            </Button>
          </Box>
        }
      >
        <div>
          {t('heldBack.since', {
            when: <RelativeTime value={removal.since} />,
          })}{' '}
          {reasonOf(removal.reason, t, locale)}
        </div>
        {waiting ? (
          <div>{t('heldBack.meaning')}</div>
        ) : (
          <Decision removal={removal} />
        )}
      </Notice>
      <div id={listId}>
        {shown && (
          <HeldBackConnectors
            // Other connectors are another list.
            key={removal.version}
            subscription={subscription}
            removal={removal}
          />
        )}
      </div>
    </>
  );
}

function reasonOf(
  reason: HeldBackReason,
  t: Translate,
  locale: string,
): string {
  switch (reason.code) {
    case 'all':
      return t('heldBack.reason.all');
    case 'tooMany':
      return t('heldBack.reason.tooMany', {
        limit: reason.limit.toLocaleString(locale),
      });
    default:
      return t('heldBack.reason.wholeGroups', {
        count: reason.groups.length,
        groups: reason.groups.join(', '),
      });
  }
}

/** Who said that the connectors stay, when and why. */
function Decision(props: { removal: Removal }) {
  const { t } = useQualysTranslation();
  const { decidedAt, decidedBy, decisionReason } = props.removal;
  return (
    <>
      {decidedAt && decidedBy && (
        <div>
          {t('heldBack.dismissedBy', {
            when: <RelativeTime value={decidedAt} />,
            who: <EntityRefLink entityRef={decidedBy} defaultKind="user" />,
          })}
        </div>
      )}
      {decisionReason && (
        <div>{t('claims.reason', { reason: decisionReason })}</div>
      )}
      <div>{t('heldBack.dismissedMeaning')}</div>
    </>
  );
}

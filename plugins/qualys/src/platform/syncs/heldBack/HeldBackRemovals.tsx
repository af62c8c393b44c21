import { useCallback, useState } from 'react';
import Box from '@material-ui/core/Box';
import type { SubscriptionStatus } from 'backstage-plugin-qualys-common';
import { HeldBackRemoval } from './HeldBackRemoval';
import { RemovalDialog, type RemovalChoice } from './RemovalDialog';

export interface HeldBackRemovalsProps {
  subscription: SubscriptionStatus;
  /** What is shown is not the present state any more. */
  onOutdated: () => void;
  /** Somebody has decided here. */
  onDecided: () => void;
}

/** The connectors of a subscription that are missing, and kept until somebody decides. */
export function HeldBackRemovals(props: HeldBackRemovalsProps) {
  const { subscription, onDecided } = props;
  const [choice, setChoice] = useState<RemovalChoice>();
  const closeDialog = useCallback(() => setChoice(undefined), []);
  return (
    <>
      {subscription.heldBack.map(removal => (
        <Box key={`${removal.provider} ${removal.state}`} mb={2}>
          <HeldBackRemoval
            subscription={subscription}
            removal={removal}
            onDecide={action => setChoice({ removal, action })}
          />
        </Box>
      ))}
      {choice && (
        <RemovalDialog
          subscription={subscription.subscription}
          choice={choice}
          onClose={closeDialog}
          onOutdated={props.onOutdated}
          onDecided={() => {
            closeDialog();
            onDecided();
          }}
        />
      )}
    </>
  );
}

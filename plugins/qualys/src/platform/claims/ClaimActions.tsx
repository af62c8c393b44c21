import { makeStyles } from '@material-ui/core/styles';
import {
  qualysBindingDecidePermission,
  type Binding,
  type BindingAction,
  type BindingState,
} from 'backstage-plugin-qualys-common';
import { PermittedButton } from '../../components/PermittedButton';
import { useQualysTranslation } from '../../translation';
import type { Decision } from './DecisionDialog';
import { nameOf, objectOf } from './names';

const ACTIONS: Record<BindingState, BindingAction[]> = {
  open: ['accept', 'reject'],
  accepted: ['withdraw'],
  rejected: ['accept'],
  withdrawn: ['accept'],
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'QualysClaimActions' },
);

export interface ClaimActionsProps {
  claim: Binding;
  onDecide: (decision: Decision) => void;
}

/** What can be decided about a claim as it stands. */
export function ClaimActions(props: ClaimActionsProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { claim } = props;
  return (
    <div className={classes.root}>
      {ACTIONS[claim.state].map(action => (
        <PermittedButton
          key={action}
          permission={qualysBindingDecidePermission}
          size="small"
          variant="outlined"
          aria-label={t('claims.actionOf', {
            action: t(`claims.${action}`),
            object: objectOf(claim),
            entity: nameOf(claim.entityRef),
          })}
          onClick={() => props.onDecide({ claim, action })}
        >
          {t(`claims.${action}`)}
        </PermittedButton>
      ))}
    </div>
  );
}

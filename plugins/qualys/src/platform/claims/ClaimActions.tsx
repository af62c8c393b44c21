import { makeStyles } from '@material-ui/core/styles';
import {
  BINDING_ACTIONS,
  BINDING_TRANSITIONS,
  qualysBindingDecidePermission,
  type Binding,
} from 'backstage-plugin-qualys-common';
import { PermittedButton } from '../../components/PermittedButton';
import { useQualysTranslation } from '../../translation';
import { nameOf } from '../entityName';
import type { Decision } from './DecisionDialog';
import { objectOf } from './objectOf';

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
  const possible = BINDING_ACTIONS.filter(action =>
    BINDING_TRANSITIONS[action].from.includes(claim.state),
  );
  return (
    <div className={classes.root}>
      {possible.map(action => (
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

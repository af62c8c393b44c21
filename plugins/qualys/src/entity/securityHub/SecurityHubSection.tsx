import { lazy, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysSecurityHubUpdatePermission,
  type EntitySecurityHub,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../api/QualysApi';
import { Notice } from '../../components/Notice';
import { AccountMatrix } from '../../securityHub/AccountMatrix';
import { AwsNeeds } from '../../securityHub/AwsNeeds';
import { HubHeader } from '../../securityHub/HubHeader';
import { postingRows } from '../../securityHub/rows';
import { ActionButton } from '../../settings/ActionButton';
import { ObjectSection } from '../../settings/ObjectSection';
import { useQualysTranslation } from '../../translation';
import type { OpenedHubDialog } from './SecurityHubDialogs';

const SecurityHubDialogs = lazy(() =>
  import('./SecurityHubDialogs').then(m => ({ default: m.SecurityHubDialogs })),
);

const useStyles = makeStyles(
  theme => ({ sub: { color: theme.palette.textSubtle } }),
  { name: 'QualysSecurityHubSection' },
);

export interface SecurityHubSectionProps {
  object: BoundObject;
  entityRef: string;
  integration: EntitySecurityHub;
}

/** What Security Hub gets of an entity's accounts through one integration. */
export function SecurityHubSection(props: SecurityHubSectionProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { object, entityRef } = props;
  // What came back from a change is newer than what the card was read with.
  const [changed, setChanged] = useState<EntitySecurityHub>();
  const integration = changed ?? props.integration;
  const { name, rows, accounts, shared } = integration;
  const posting = postingRows(rows);

  return (
    <ObjectSection<OpenedHubDialog>
      name={name}
      historyLabel={t('securityHub.historyOf', { name })}
      dialogs={frame => (
        <SecurityHubDialogs
          {...frame}
          object={object}
          entityRef={entityRef}
          onChanged={setChanged}
        />
      )}
      buttons={onOpen => (
        <ActionButton
          permission={qualysSecurityHubUpdatePermission}
          resourceRef={entityRef}
          aria-label={t('securityHub.editOf', { name })}
          onClick={() => onOpen({ what: 'update' })}
        >
          {t('settings.edit')}
        </ActionButton>
      )}
    >
      {() => (
        <>
          <HubHeader integration={integration} level="h4" />
          <Box my={1.5}>
            {posting.length === 0 && (
              <Box mb={1}>
                <Notice severity="info" title={t('securityHub.nothingTitle')}>
                  {t('securityHub.nothing')}
                </Notice>
              </Box>
            )}
            <AccountMatrix
              label={t('securityHub.matrixOf', { name })}
              rows={rows}
              accounts={accounts}
            />
          </Box>
          <Typography variant="body2" className={classes.sub}>
            {t(shared ? 'securityHub.shared' : 'securityHub.notShared')}
          </Typography>
          <AwsNeeds rows={posting} />
        </>
      )}
    </ObjectSection>
  );
}

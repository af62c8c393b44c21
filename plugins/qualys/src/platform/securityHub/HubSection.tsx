import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysSecurityHubManagePermission,
  type SecurityHubIntegrationDetails,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { PermittedButton } from '../../components/PermittedButton';
import { AccountMatrix } from '../../securityHub/AccountMatrix';
import { AwsNeeds } from '../../securityHub/AwsNeeds';
import { HubHeader } from '../../securityHub/HubHeader';
import { postingRows } from '../../securityHub/rows';
import { ActionRow } from '../../settings/ActionRow';
import { useQualysTranslation } from '../../translation';
import type { OpenedHub } from './HubDialogs';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  }),
  { name: 'QualysHubSection' },
);

export interface HubSectionProps {
  integration: SecurityHubIntegrationDetails;
  onOpen: (opened: OpenedHub) => void;
}

/** A Security Hub integration with the accounts of all teams, and what can be done with it. */
export function HubSection(props: HubSectionProps) {
  const { t } = useQualysTranslation();
  const classes = useStyles();
  const { integration, onOpen } = props;
  const { name } = integration;
  const rows = postingRows(integration.rows);
  const isEmpty = rows.length === 0;
  const button = {
    permission: qualysSecurityHubManagePermission,
    variant: 'outlined',
    size: 'small',
  } as const;

  return (
    <Paper component="section" className={classes.root} aria-label={name}>
      <HubHeader integration={integration} level="h4" />
      <Box my={1.5}>
        {isEmpty ? (
          <Notice severity="warning" title={t('hubs.unconfiguredTitle')}>
            {t('hubs.unconfigured')}
          </Notice>
        ) : (
          <AccountMatrix
            label={t('securityHub.matrixOf', { name })}
            rows={rows}
          />
        )}
      </Box>
      <AwsNeeds rows={rows} />
      <ActionRow label={t('settings.actionsOf', { name })}>
        <PermittedButton
          {...button}
          aria-label={t(isEmpty ? 'hubs.configureOf' : 'securityHub.editOf', {
            name,
          })}
          onClick={() => onOpen({ what: 'update', integration })}
        >
          {t(isEmpty ? 'hubs.configure' : 'settings.edit')}
        </PermittedButton>
        <PermittedButton
          {...button}
          aria-label={t('hubs.renameOf', { name })}
          onClick={() => onOpen({ what: 'rename', integration })}
        >
          {t('hubs.rename')}
        </PermittedButton>
        {!isEmpty && (
          <PermittedButton
            {...button}
            aria-label={t('hubs.removeAccountsOf', { name })}
            onClick={() => onOpen({ what: 'removeAccounts', integration })}
          >
            {t('hubs.removeAccounts')}
          </PermittedButton>
        )}
        <PermittedButton
          {...button}
          aria-label={t('hubs.deleteOf', { name })}
          onClick={() => onOpen({ what: 'delete', integration })}
        >
          {t('hubs.delete')}
        </PermittedButton>
        <Button
          variant="outlined"
          size="small"
          aria-label={t('securityHub.historyOf', { name })}
          onClick={() => onOpen({ what: 'history', integration })}
        >
          {t('settings.history.button')}
        </Button>
      </ActionRow>
    </Paper>
  );
}

import Box from '@material-ui/core/Box';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  qualysSecurityHubManagePermission,
  type SecurityHubIntegrationDetails,
} from 'backstage-plugin-qualys-common';
import { Notice } from '../../components/Notice';
import { AccountMatrix } from '../../securityHub/AccountMatrix';
import { AwsNeeds } from '../../securityHub/AwsNeeds';
import { HubHeader } from '../../securityHub/HubHeader';
import { postingRows } from '../../securityHub/rows';
import { ActionButton, HistoryButton } from '../../settings/ActionButton';
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
        <ActionButton
          {...button}
          aria-label={t(isEmpty ? 'hubs.configureOf' : 'securityHub.editOf', {
            name,
          })}
          onClick={() => onOpen({ what: 'update', integration })}
        >
          {t(isEmpty ? 'hubs.configure' : 'settings.edit')}
        </ActionButton>
        <ActionButton
          {...button}
          aria-label={t('hubs.renameOf', { name })}
          onClick={() => onOpen({ what: 'rename', integration })}
        >
          {t('hubs.rename')}
        </ActionButton>
        {!isEmpty && (
          <ActionButton
            {...button}
            aria-label={t('hubs.removeAccountsOf', { name })}
            onClick={() => onOpen({ what: 'removeAccounts', integration })}
          >
            {t('hubs.removeAccounts')}
          </ActionButton>
        )}
        <ActionButton
          {...button}
          aria-label={t('hubs.deleteOf', { name })}
          onClick={() => onOpen({ what: 'delete', integration })}
        >
          {t('hubs.delete')}
        </ActionButton>
        <HistoryButton
          aria-label={t('securityHub.historyOf', { name })}
          onClick={() => onOpen({ what: 'history', integration })}
        />
      </ActionRow>
    </Paper>
  );
}

import { useCallback, type ReactElement } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SecurityHubIntegrationDetails } from 'backstage-plugin-qualys-common';
import type { SecurityHubRow } from 'qualys-model';
import { qualysApiRef } from '../../api/QualysApi';
import { useQualysQuery } from '../../hooks/useQualysQuery';
import { HubEditor } from '../../securityHub/form/HubEditor';
import { HubHistoryDialog } from '../../securityHub/form/HubHistoryDialog';
import { postingRows } from '../../securityHub/rows';
import { FreshDialog } from '../../settings/FreshDialog';
import { useQualysTranslation } from '../../translation';
import { CreateDialog } from './CreateDialog';
import { readHub } from './readHub';
import { RenameDialog } from './RenameDialog';
import { TypedDialog } from './TypedDialog';

const ID = 'qualys-security-hub';

/** What is open of the dialogs of the integrations of a subscription. */
export type OpenedHub =
  | { what: 'create' }
  | {
      what: 'update';
      integration: SecurityHubIntegrationDetails;
      /** Rows that are to be filled in: earlier ones, or those that it was created for. */
      restored?: SecurityHubRow[];
    }
  | {
      what: 'rename' | 'removeAccounts' | 'delete' | 'history';
      integration: SecurityHubIntegrationDetails;
    };

export interface HubDialogsProps {
  opened: OpenedHub;
  /** The id of the subscription. */
  subscription: string;
  /** What people call it. */
  title: string;
  onOpen: (opened: OpenedHub) => void;
  onClose: () => void;
  /** Something has changed, so that what is shown is to be read again. */
  onChanged: () => void;
  /** The integration is no longer there. */
  onGone: () => void;
}

/** What each dialog of an integration is given. */
export interface HubDialogProps {
  /** The integration as it was read just before. */
  read: SecurityHubIntegrationDetails;
  title: string;
  onClose: () => void;
  onChanged: () => void;
}

/** The dialogs of integrations, which are loaded when the first is opened. */
export function HubDialogs(props: HubDialogsProps) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { opened, onOpen, onClose, onChanged } = props;
  if (opened.what === 'create') return <CreateDialog {...props} />;

  const { integration, what } = opened;
  const { name, rows } = integration;
  if (what === 'history') {
    return (
      <HubHistoryDialog
        object={integration}
        name={name}
        onClose={onClose}
        onRestore={restored =>
          onOpen({ what: 'update', integration, restored })
        }
      />
    );
  }
  const titles = {
    update: t(
      postingRows(rows).length === 0
        ? 'hubs.configureOf'
        : 'securityHub.editOf',
      { name },
    ),
    rename: t('hubs.renameOf', { name }),
    removeAccounts: t('hubs.removeAccountsOf', { name }),
    delete: t('hubs.deleteOf', { name }),
  };
  const dialog = { title: titles[what], onClose, onChanged };
  const restored = opened.what === 'update' ? opened.restored : undefined;
  return (
    <Fresh integration={integration} title={dialog.title} onClose={onClose}>
      {read => {
        switch (what) {
          case 'update':
            return (
              <HubEditor
                id={ID}
                title={dialog.title}
                introduction={t('securityHub.form.introPlatform')}
                first={read}
                restored={restored}
                accountsOf={() => undefined}
                sharedOf={() => false}
                read={() =>
                  api.getSecurityHubIntegration(integration, { fresh: true })
                }
                readCurrent={readHub}
                update={(version, update) =>
                  api.updateSecurityHubIntegration(integration, version, update)
                }
                onChanged={onChanged}
                onClose={onClose}
              />
            );
          case 'rename':
            return <RenameDialog {...dialog} read={read} />;
          default:
            return (
              <TypedDialog
                {...dialog}
                read={read}
                action={what}
                onDone={what === 'delete' ? props.onGone : onChanged}
              />
            );
        }
      }}
    </Fresh>
  );
}

/** Reads an integration afresh, since every change is made from what holds now. */
function Fresh(props: {
  integration: SecurityHubIntegrationDetails;
  title: string;
  onClose: () => void;
  children: (read: SecurityHubIntegrationDetails) => ReactElement;
}) {
  const api = useApi(qualysApiRef);
  const { subscription, id } = props.integration;
  const query = useQualysQuery(
    useCallback(
      signal =>
        api.getSecurityHubIntegration(
          { subscription, id },
          { signal, fresh: true },
        ),
      [api, subscription, id],
    ),
  );
  return (
    <FreshDialog
      id={ID}
      title={props.title}
      query={query}
      onClose={props.onClose}
    >
      {props.children}
    </FreshDialog>
  );
}

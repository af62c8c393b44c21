import { useApi } from '@backstage/frontend-plugin-api';
import {
  qualysSecurityHubUpdatePermission,
  type EntitySecurityHub,
} from 'backstage-plugin-qualys-common';
import type { SecurityHubRow } from 'qualys-model';
import { qualysApiRef, type BoundObject } from '../../api/QualysApi';
import { useBoundObject } from '../../hooks/useBoundObject';
import { useMissingPermission } from '../../hooks/useMissingPermission';
import { HubEditor } from '../../securityHub/form/HubEditor';
import { HubHistoryDialog } from '../../securityHub/form/HubHistoryDialog';
import { FreshDialog } from '../../settings/FreshDialog';
import { useQualysTranslation } from '../../translation';
import { getFreshSecurityHub, readEntitySecurityHub } from './readSecurityHub';

const ID = 'qualys-security-hub';

/** What is open of the dialogs of the accounts of an entity in an integration. */
export type OpenedHubDialog =
  | {
      what: 'update';
      /** Earlier rows that are to be restored. */
      restored?: SecurityHubRow[];
    }
  | { what: 'history' };

interface HubDialogProps {
  object: BoundObject;
  entityRef: string;
  /** What people call the integration. */
  name: string;
  onClose: () => void;
  /** It was read afresh, or has changed. */
  onChanged: (integration: EntitySecurityHub) => void;
}

/** The dialogs, which are loaded when the first is opened. */
export function SecurityHubDialogs({
  opened,
  onOpen,
  ...props
}: HubDialogProps & {
  opened: OpenedHubDialog;
  onOpen: (opened: OpenedHubDialog) => void;
}) {
  const { loading, missing } = useMissingPermission([
    {
      permission: qualysSecurityHubUpdatePermission,
      resourceRef: props.entityRef,
    },
  ]);
  return opened.what === 'update' ? (
    <EditDialog {...props} restored={opened.restored} />
  ) : (
    <HubHistoryDialog
      object={props.object}
      name={props.name}
      onClose={props.onClose}
      onRestore={
        loading || missing
          ? undefined
          : restored => onOpen({ what: 'update', restored })
      }
    />
  );
}

/** Reads the accounts afresh, and lets them be changed. */
function EditDialog(props: HubDialogProps & { restored?: SecurityHubRow[] }) {
  const { t } = useQualysTranslation();
  const api = useApi(qualysApiRef);
  const { object } = props;
  const title = t('securityHub.editOf', { name: props.name });
  return (
    <FreshDialog
      id={ID}
      title={title}
      query={useBoundObject(object, getFreshSecurityHub)}
      onClose={props.onClose}
    >
      {first => (
        <HubEditor
          id={ID}
          title={title}
          entityRef={props.entityRef}
          introduction={t('securityHub.form.introTeam')}
          first={first}
          restored={props.restored}
          accountsOf={state => state.accounts}
          sharedOf={state => state.shared}
          read={() => api.getEntitySecurityHub(object, { fresh: true })}
          readCurrent={readEntitySecurityHub}
          update={(version, update) =>
            api.updateEntitySecurityHub(object, version, update)
          }
          onChanged={props.onChanged}
          onClose={props.onClose}
        />
      )}
    </FreshDialog>
  );
}

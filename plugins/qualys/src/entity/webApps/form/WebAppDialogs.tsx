import type {
  BoundWebApp,
  WebAppEditableSettings,
  WebAppScan,
  WebAppScanList,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../../api/QualysApi';
import { useBoundObject } from '../../../hooks/useBoundObject';
import { FreshDialog } from '../../../settings/FreshDialog';
import { useQualysTranslation } from '../../../translation';
import { readForEditing, readForLaunching, readScans } from '../readWebApp';
import { scanName } from '../scanWords';
import { CANCEL_SCAN_ID, CancelScanDialog } from './CancelScanDialog';
import { LAUNCH_ID, LaunchDialog } from './LaunchDialog';
import { WEB_APP_FORM_ID, WebAppEditor } from './WebAppEditor';
import { WebAppHistoryDialog } from './WebAppHistoryDialog';

/** What is open of the dialogs of a web app. */
export type OpenedWebAppDialog =
  | {
      what: 'update';
      /** Earlier settings that are to be restored. */
      restored?: WebAppEditableSettings;
    }
  | { what: 'cancelScan'; scan: WebAppScan }
  | { what: 'launchScan' | 'history' };

export interface WebAppDialogProps {
  object: BoundObject;
  entityRef: string;
  /** What people call the web app. */
  name: string;
  /** Its address, where Qualys says. */
  url: string | undefined;
  onClose: () => void;
  /** The web app was read afresh, or has changed. */
  onChanged: (webApp: BoundWebApp) => void;
  /** Its scans were read afresh, or one was launched or canceled. */
  onScans: (scans: WebAppScanList) => void;
}

export interface WebAppDialogsProps extends WebAppDialogProps {
  opened: OpenedWebAppDialog;
  onOpen: (opened: OpenedWebAppDialog) => void;
}

/** The dialogs of a web app, which are loaded when the first is opened. */
export function WebAppDialogs({
  opened,
  onOpen,
  ...props
}: WebAppDialogsProps) {
  switch (opened.what) {
    case 'update':
      return <FreshEditor {...props} restored={opened.restored} />;
    case 'launchScan':
      return <FreshLaunch {...props} />;
    case 'cancelScan':
      return <FreshCancel {...props} scan={opened.scan} />;
    default:
      return (
        <WebAppHistoryDialog
          {...props}
          onRestore={restored => onOpen({ what: 'update', restored })}
        />
      );
  }
}

function FreshEditor(
  props: WebAppDialogProps & { restored?: WebAppEditableSettings },
) {
  const { t } = useQualysTranslation();
  return (
    <FreshDialog
      id={WEB_APP_FORM_ID}
      title={t('webApps.editOf', { name: props.name })}
      query={useBoundObject(props.object, readForEditing)}
      onClose={props.onClose}
    >
      {read => <WebAppEditor {...props} read={read} />}
    </FreshDialog>
  );
}

function FreshLaunch(props: WebAppDialogProps) {
  const { t } = useQualysTranslation();
  return (
    <FreshDialog
      id={LAUNCH_ID}
      title={t('webApps.launch.title', { name: props.name })}
      query={useBoundObject(props.object, readForLaunching)}
      onClose={props.onClose}
    >
      {read => <LaunchDialog {...props} read={read} />}
    </FreshDialog>
  );
}

function FreshCancel(props: WebAppDialogProps & { scan: WebAppScan }) {
  const { t } = useQualysTranslation();
  return (
    <FreshDialog
      id={CANCEL_SCAN_ID}
      title={t('webApps.cancelScan.title', { name: scanName(props.scan) })}
      query={useBoundObject(props.object, readScans)}
      onClose={props.onClose}
    >
      {read => <CancelScanDialog {...props} read={read} />}
    </FreshDialog>
  );
}

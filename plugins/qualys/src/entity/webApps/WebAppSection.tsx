import { lazy } from 'react';
import Box from '@material-ui/core/Box';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import {
  qualysScanRunPermission,
  qualysWebAppUpdatePermission,
  type BoundWebApp,
  type ClaimedWebApp,
} from 'backstage-plugin-qualys-common';
import type { BoundObject } from '../../api/QualysApi';
import { Loading } from '../../components/Loading';
import { ObjectHeading } from '../../components/ObjectHeading';
import { ProblemNotice } from '../../components/ProblemNotice';
import { ActionButton } from '../../settings/ActionButton';
import { ObjectSection } from '../../settings/ObjectSection';
import { useQualysTranslation } from '../../translation';
import { ClaimNotice } from '../ClaimNotice';
import { Properties } from '../details/Properties';
import type { OpenedWebAppDialog } from './form/WebAppDialogs';
import { ScansPart } from './ScansPart';
import { useLiveWebApp, type LiveWebApp } from './useLiveWebApp';
import { WebAppAge } from './WebAppAge';
import { webAppProperties } from './webAppProperties';

const WebAppDialogs = lazy(() =>
  import('./form/WebAppDialogs').then(m => ({ default: m.WebAppDialogs })),
);

export interface WebAppSectionProps {
  entity: CompoundEntityRef;
  entityRef: string;
  /** An accepted claim. */
  claim: ClaimedWebApp;
  /** Whether it is one of several, and the card would be too long with all details of their scans. */
  oneOfSeveral: boolean;
}

/** A web app on its entity's page; Qualys is asked where the portal does not know it yet. */
export function WebAppSection(props: WebAppSectionProps) {
  const { t } = useQualysTranslation();
  const { entity, entityRef, claim } = props;
  const { subscription, objectId: id } = claim;
  const object = { entity, subscription, id };
  const live = useLiveWebApp(object, claim);
  const { value, error, loading, retry } = live.webApp;

  if (value) {
    return (
      <KnownWebApp
        object={object}
        entityRef={entityRef}
        live={live}
        webApp={value}
        brief={props.oneOfSeveral}
      />
    );
  }
  if (!error || loading) return <Loading label={t('webApps.loading')} />;
  return error.code === 'notFound' ? (
    <ClaimNotice type="webApp" claim={claim} read />
  ) : (
    <ProblemNotice error={error} onRetry={retry} />
  );
}

interface KnownWebAppProps {
  object: BoundObject;
  entityRef: string;
  live: LiveWebApp;
  webApp: BoundWebApp;
  brief: boolean;
}

function KnownWebApp(props: KnownWebAppProps) {
  const { t } = useQualysTranslation();
  const { object, entityRef, live, webApp } = props;
  const { subscription, id } = webApp;
  const name = webApp.name ?? t('webApps.unnamed', { id });
  const { error, retry } = live.webApp;

  return (
    <ObjectSection<OpenedWebAppDialog>
      name={name}
      historyLabel={t('webApps.historyOf', { name })}
      dialogs={frame => (
        <WebAppDialogs
          {...frame}
          object={object}
          entityRef={entityRef}
          url={webApp.url}
          onChanged={live.webApp.take}
          onScans={live.scans.take}
        />
      )}
      buttons={onOpen => (
        <>
          <ActionButton
            permission={qualysWebAppUpdatePermission}
            resourceRef={entityRef}
            aria-label={t('webApps.editOf', { name })}
            onClick={() => onOpen({ what: 'update' })}
          >
            {t('settings.edit')}
          </ActionButton>
          <ActionButton
            permission={qualysScanRunPermission}
            resourceRef={entityRef}
            aria-label={t('webApps.launch.buttonOf', { name })}
            onClick={() => onOpen({ what: 'launchScan' })}
          >
            {t('webApps.launch.button')}
          </ActionButton>
        </>
      )}
    >
      {onOpen => (
        <>
          <ObjectHeading
            name={name}
            level="h4"
            address={<Address url={webApp.url} />}
            id={t('webApps.id', { subscription, id })}
          />
          {error && <ProblemNotice error={error} onRetry={retry} />}
          <Properties properties={webAppProperties(webApp, t)} />
          <ScansPart
            id={`qualys-web-app-${subscription}-${id}`}
            entityRef={entityRef}
            webApp={webApp}
            name={name}
            scans={live.scans}
            brief={props.brief}
            onCancel={scan => onOpen({ what: 'cancelScan', scan })}
          />
          <Box mt={1}>
            <WebAppAge
              of={[webApp, ...(live.scans.value ? [live.scans.value] : [])]}
            />
          </Box>
        </>
      )}
    </ObjectSection>
  );
}

/** The address of a web app, as a link where it is one of the web. */
function Address(props: { url: string | undefined }) {
  const { t } = useQualysTranslation();
  const { url } = props;
  if (!url) return <>{t('webApps.noUrl')}</>;
  return /^https?:\/\//i.test(url) ? <Link to={url}>{url}</Link> : <>{url}</>;
}

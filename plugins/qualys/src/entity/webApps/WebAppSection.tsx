import { lazy, useState } from 'react';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
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
import { PermittedButton } from '../../components/PermittedButton';
import { ProblemNotice } from '../../components/ProblemNotice';
import { ObjectActions } from '../../settings/ObjectActions';
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

const useStyles = makeStyles(
  theme => ({
    name: {
      fontWeight: theme.typography.fontWeightBold as number,
      overflowWrap: 'anywhere',
    },
    sub: { color: theme.palette.textSubtle, overflowWrap: 'anywhere' },
    url: { overflowWrap: 'anywhere' },
  }),
  { name: 'QualysWebAppSection' },
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
  const classes = useStyles();
  const { object, entityRef, live, webApp } = props;
  const { subscription, id } = webApp;
  const [opened, setOpened] = useState<OpenedWebAppDialog>();
  const name = webApp.name ?? t('webApps.unnamed', { id });
  const permitted = {
    resourceRef: entityRef,
    variant: 'outlined',
    size: 'small',
  } as const;
  const { error, retry } = live.webApp;

  return (
    <section aria-label={name}>
      <Typography variant="body1" component="h4" className={classes.name}>
        {name}
      </Typography>
      <Typography variant="body2" component="div" className={classes.url}>
        <Address url={webApp.url} />
      </Typography>
      <Typography variant="body2" component="div" className={classes.sub}>
        {t('webApps.id', { subscription, id })}
      </Typography>
      {error && <ProblemNotice error={error} onRetry={retry} />}
      <Properties properties={webAppProperties(webApp, t)} />
      <ScansPart
        id={`qualys-web-app-${subscription}-${id}`}
        entityRef={entityRef}
        webApp={webApp}
        name={name}
        scans={live.scans}
        brief={props.brief}
        onCancel={scan => setOpened({ what: 'cancelScan', scan })}
      />
      <Box mt={1}>
        <WebAppAge
          of={[webApp, ...(live.scans.value ? [live.scans.value] : [])]}
        />
      </Box>
      <ObjectActions
        label={t('settings.actionsOf', { name })}
        name={name}
        onClose={() => setOpened(undefined)}
        dialog={
          opened && (
            <WebAppDialogs
              opened={opened}
              object={object}
              entityRef={entityRef}
              name={name}
              url={webApp.url}
              onOpen={setOpened}
              onClose={() => setOpened(undefined)}
              onChanged={live.webApp.take}
              onScans={live.scans.take}
            />
          )
        }
      >
        <PermittedButton
          permission={qualysWebAppUpdatePermission}
          {...permitted}
          aria-label={t('webApps.editOf', { name })}
          onClick={() => setOpened({ what: 'update' })}
        >
          {t('settings.edit')}
        </PermittedButton>
        <PermittedButton
          permission={qualysScanRunPermission}
          {...permitted}
          aria-label={t('webApps.launch.buttonOf', { name })}
          onClick={() => setOpened({ what: 'launchScan' })}
        >
          {t('webApps.launch.button')}
        </PermittedButton>
        <Button
          variant="outlined"
          size="small"
          aria-label={t('webApps.historyOf', { name })}
          onClick={() => setOpened({ what: 'history' })}
        >
          {t('settings.history.button')}
        </Button>
      </ObjectActions>
    </section>
  );
}

/** The address of a web app, as a link where it is one of the web. */
function Address(props: { url: string | undefined }) {
  const { t } = useQualysTranslation();
  const { url } = props;
  if (!url) return <>{t('webApps.noUrl')}</>;
  return /^https?:\/\//i.test(url) ? <Link to={url}>{url}</Link> : <>{url}</>;
}

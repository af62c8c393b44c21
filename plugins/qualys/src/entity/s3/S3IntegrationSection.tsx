import { lazy, useState } from 'react';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  qualysS3DestinationUpdatePermission,
  qualysS3UpdatePermission,
  qualysSettingsWeakenPermission,
  type S3Integration,
} from 'backstage-plugin-qualys-common';
import { ObjectHeading } from '../../components/ObjectHeading';
import { RelativeTime } from '../../components/RelativeTime';
import { ActionButton } from '../../settings/ActionButton';
import { ObjectSection } from '../../settings/ObjectSection';
import { useQualysTranslation } from '../../translation';
import { ExternalIdNotice } from './ExternalIdNotice';
import type { OpenedS3Dialog } from './form/S3Dialogs';
import { S3Settings } from './S3Settings';
import { UncertainNotice } from './UncertainNotice';

const S3Dialogs = lazy(() =>
  import('./form/S3Dialogs').then(m => ({ default: m.S3Dialogs })),
);

export interface S3IntegrationSectionProps {
  entity: CompoundEntityRef;
  entityRef: string;
  integration: S3Integration;
  /** Whether it is one of several, and the card would be too long with all of their settings. */
  oneOfSeveral: boolean;
}

/** An S3 integration on its entity's page, with what can be done about it. */
export function S3IntegrationSection(props: S3IntegrationSectionProps) {
  const { t } = useQualysTranslation();
  const { entity, entityRef } = props;
  // What came back from a change is newer than what the card was read with.
  const [changed, setChanged] = useState<S3Integration>();
  const integration = changed ?? props.integration;
  const { subscription, id, settings } = integration;
  const object = { entity, subscription, id };
  const name = settings?.name ?? t('s3.unnamed', { id });
  const on = { resourceRef: entityRef };

  return (
    <ObjectSection<OpenedS3Dialog>
      name={name}
      historyLabel={t('s3.historyOf', { name })}
      dialogs={frame => (
        <S3Dialogs
          {...frame}
          object={object}
          entityRef={entityRef}
          onChanged={setChanged}
        />
      )}
      buttons={onOpen => (
        <>
          {settings && (
            <>
              <ActionButton
                permission={qualysS3UpdatePermission}
                {...on}
                aria-label={t('s3.editOf', { name })}
                onClick={() => onOpen({ what: 'update' })}
              >
                {t('settings.edit')}
              </ActionButton>
              <ActionButton
                permission={qualysS3UpdatePermission}
                {...on}
                also={[{ permission: qualysSettingsWeakenPermission, ...on }]}
                aria-label={t('s3.regenerate.buttonOf', { name })}
                onClick={() => onOpen({ what: 'regenerate' })}
              >
                {t('s3.regenerate.button')}
              </ActionButton>
            </>
          )}
          <ActionButton
            permission={qualysS3UpdatePermission}
            {...on}
            // Every later change is told from what is entered.
            also={[
              { permission: qualysS3DestinationUpdatePermission, ...on },
              { permission: qualysSettingsWeakenPermission, ...on },
            ]}
            aria-label={t('s3.adopt.buttonOf', { name })}
            onClick={() => onOpen({ what: 'adopt' })}
          >
            {t('s3.adopt.button')}
          </ActionButton>
        </>
      )}
    >
      {() => (
        <>
          <ObjectHeading
            name={name}
            level="h4"
            id={t('s3.id', { subscription, id })}
          />
          <Typography variant="body2" component="div">
            <Known integration={integration} />
          </Typography>
          {integration.uncertain && (
            <Box my={1}>
              <UncertainNotice integration={integration} />
            </Box>
          )}
          {integration.externalId && !integration.externalId.trusted && (
            <Box my={1}>
              <ExternalIdNotice
                object={object}
                entityRef={entityRef}
                integration={integration}
                onChanged={setChanged}
              />
            </Box>
          )}
          {settings && (
            <S3Settings
              integration={integration}
              settings={settings}
              brief={props.oneOfSeveral}
            />
          )}
        </>
      )}
    </ObjectSection>
  );
}

/** Since when the settings are known, and how far that can be relied on. */
function Known(props: { integration: S3Integration }) {
  const { t } = useQualysTranslation();
  const { settings, source, settled } = props.integration;
  if (!settings) return <>{t('s3.unknown')}</>;
  const when = settled ? (
    <RelativeTime value={settled.at} />
  ) : (
    t('time.unknown')
  );
  const who = settled ? (
    <EntityRefLink entityRef={settled.by} defaultKind="user" />
  ) : (
    t('time.unknown')
  );
  return (
    <>
      {source === 'entered'
        ? t('s3.entered', { when, who })
        : t('s3.applied', { when, who })}
    </>
  );
}

import type { S3Integration } from 'backstage-plugin-qualys-common';
import type { QualysApi } from '../api';
import { S3IntegrationsCard } from '../entity/s3/S3IntegrationsCard';
import { openDialog } from './dialogs';
import { component, summary } from './fixtures';
import { renderOnEntity } from './render';
import { acceptedS3, S3_ID, s3Integration } from './s3Fixtures';

export const S3_OBJECT = {
  entity: { kind: 'component', namespace: 'default', name: 'checkout' },
  subscription: 'main',
  id: S3_ID,
};

export interface S3CardOptions {
  integration?: S3Integration;
  api?: Partial<QualysApi>;
  /** The names of the permissions that are refused. */
  denied?: string[];
}

/** Renders the card of an entity with one S3 integration. */
export function renderS3Card(options: S3CardOptions = {}) {
  const integration = options.integration ?? s3Integration();
  const updateS3Integration = jest.fn<
    Promise<S3Integration>,
    Parameters<QualysApi['updateS3Integration']>
  >(async () => ({ ...integration, version: 'v2' }));
  const { toast } = renderOnEntity(
    <S3IntegrationsCard />,
    component({ 'qualys.com/s3-integrations': S3_ID }),
    {
      denied: options.denied,
      api: {
        getEntitySummary: async () =>
          summary({ s3Integrations: [acceptedS3(integration)] }),
        getS3Integration: async () => integration,
        updateS3Integration,
        ...options.api,
      },
    },
  );
  return { updateS3Integration, toast };
}

/** Opens the form that changes the settings. */
export function openS3Form() {
  return openDialog(/^Edit /, /^Name/);
}

import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_VIEW_URL,
  parseEntityRef,
  type Entity,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  CLOUD_CONNECTOR_RESOURCE_TYPE,
  QUALYS_CLOUD_PROVIDER_ANNOTATION,
  QUALYS_CONNECTOR_ID_ANNOTATION,
  QUALYS_LOCATION_TYPE,
  QUALYS_SUBSCRIPTION_ANNOTATION,
  type MirroredConnector,
} from 'backstage-plugin-qualys-common';
import { isAwsAccountId } from 'qualys-model';
import type { ConnectorLink } from '../config';
import { cleanMarkdown, cleanTag, cleanText } from './text';

const MAX_TITLE_LENGTH = 200;
const MAX_DESCRIPTION_LENGTH = 1000;
const MAX_TAGS = 50;

/**
 * The annotation by which other plugins know the AWS account of an entity
 * (`ANNOTATION_AWS_ACCOUNT_ID` of Backstage's AWS module of the catalog).
 */
const AWS_ACCOUNT_ID_ANNOTATION = 'amazonaws.com/account-id';

/** What the entities of all connectors are made with. */
export interface EntityOptions {
  /** Owns the connectors that nobody owns, as an entity reference. */
  fallbackOwner: string;
  link: ConnectorLink;
}

/**
 * The annotations that say where an entity comes from and which connector it
 * stands for.
 */
export function identifyingAnnotations(
  connector: MirroredConnector,
): Record<string, string> {
  const location = `${QUALYS_LOCATION_TYPE}:${connector.subscription}`;
  return {
    [ANNOTATION_LOCATION]: location,
    [ANNOTATION_ORIGIN_LOCATION]: location,
    [QUALYS_SUBSCRIPTION_ANNOTATION]: connector.subscription,
    [QUALYS_CONNECTOR_ID_ANNOTATION]: connector.id,
    [QUALYS_CLOUD_PROVIDER_ANNOTATION]: connector.provider,
  };
}

// The cloud, and the tags that the connector gives to the assets it finds.
function tagsOf({ provider, assetManagement }: MirroredConnector): string[] {
  const tags = (assetManagement?.defaultTags ?? [])
    .map(({ name }) => cleanTag(name ?? ''))
    .filter(tag => tag !== undefined)
    .sort();
  return [...new Set([provider.toLowerCase(), ...tags])].slice(0, MAX_TAGS);
}

/**
 * The entity of a connector: what it is and whose it is, and nothing that
 * changes by itself, because each change makes the catalog process it again.
 */
export function connectorEntity(
  connector: MirroredConnector,
  { fallbackOwner, link }: EntityOptions,
): ResourceEntity {
  const { namespace, name } = parseEntityRef(connector.entityRef);
  const title = cleanText(connector.name, MAX_TITLE_LENGTH);
  const description = cleanMarkdown(
    connector.description,
    MAX_DESCRIPTION_LENGTH,
  );
  const viewUrl = link(connector);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace,
      name,
      ...(title && { title }),
      ...(description && { description }),
      annotations: {
        ...identifyingAnnotations(connector),
        ...(connector.provider === 'AWS' &&
          isAwsAccountId(connector.account) && {
            [AWS_ACCOUNT_ID_ANNOTATION]: connector.account,
          }),
        ...(viewUrl && { [ANNOTATION_VIEW_URL]: viewUrl }),
      },
      tags: tagsOf(connector),
      ...(connector.labels && { labels: connector.labels }),
    },
    spec: {
      type: CLOUD_CONNECTOR_RESOURCE_TYPE,
      owner: connector.owner ?? fallbackOwner,
      ...(connector.system !== undefined && { system: connector.system }),
    },
  };
}

/** Sets what a transformer must not change, because the portal relies on it. */
export function withIdentity(
  entity: Entity,
  connector: MirroredConnector,
): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata?.annotations,
        ...identifyingAnnotations(connector),
      },
    },
  };
}

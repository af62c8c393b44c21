import type { Behaviours } from '../behaviours/behaviours';
import {
  accountOf,
  type CloudProvider,
} from '../cloudView/connectors/connector';
import { success, type QpsAnswer } from '../qps/answer';
import {
  named,
  oneOrPicked,
  onlyIds,
  pathOf,
  picked,
  readOperations,
  schemaOf,
  type Collection,
} from '../qps/collection';
import type { SearchFields } from '../qps/criteria';
import { integer, object, type ObjectField } from '../qps/description';
import { invalid } from '../qps/problem';
import type { QpsRequest } from '../qps/request';
import type { Operation } from '../qps/router';
import { newSettings, type ConnectorChange } from './change';
import { CONNECTORS, PERIMETER } from './connectorDescription';
import type { AssetChanges } from './changes';
import type { AssetConnector, AssetDirectory } from './directory';
import { namesPerimeter } from './perimeter';
import {
  connectorStateAt,
  lastErrorAt,
  lastSyncAt,
  runFrequencyOf,
  shownConnector,
  shownPerimeter,
} from './show';
import type { TagStore } from './tags';

const UPDATED_PERIMETER = object({ id: integer, ...PERIMETER });

/** What the accounts of a cloud are searched by. */
const ACCOUNT_FIELDS: Record<CloudProvider, string> = {
  AWS: 'awsAccountId',
  AZURE: 'authRecord.subscriptionId',
  GCP: 'authRecord.projectId',
};

function searchFieldsOf(
  provider: CloudProvider,
  directory: AssetDirectory,
  tags: TagStore,
): SearchFields<AssetConnector> {
  const momentOf = ({ source }: AssetConnector) => source.store.moment();
  const tagsOf = (connector: AssetConnector) =>
    directory.extrasOf(connector).defaultTagIds;
  return {
    id: { type: 'integer', of: ({ id }) => id },
    name: { type: 'text', of: ({ record }) => record.settings.name },
    description: {
      type: 'text',
      of: ({ record }) => record.settings.description,
    },
    [ACCOUNT_FIELDS[provider]]: {
      type: 'text',
      of: ({ record }) => accountOf(record.settings),
    },
    lastSync: { type: 'date', of: one => lastSyncAt(one, momentOf(one)) },
    lastError: { type: 'text', of: one => lastErrorAt(one, momentOf(one)) },
    connectorState: {
      type: 'keyword',
      of: one => connectorStateAt(one, momentOf(one)),
    },
    type: { type: 'keyword', of: ({ record }) => record.settings.provider },
    'defaultTags.id': { type: 'integer', of: tagsOf },
    'defaultTags.name': {
      type: 'text',
      of: one => tagsOf(one).map(id => tags.reference(id).name ?? ''),
    },
    activation: {
      type: 'keyword',
      of: one => directory.extrasOf(one).activation,
    },
    disabled: {
      type: 'boolean',
      of: ({ record }) => record.settings.isDisabled,
    },
    runFrequency: {
      type: 'integer',
      of: ({ record }) => runFrequencyOf(record.settings),
    },
    isRemediationEnabled: {
      type: 'boolean',
      of: ({ record }) => record.settings.remediationEnabled ?? false,
    },
  };
}

function collectionOf(
  provider: CloudProvider,
  directory: AssetDirectory,
  tags: TagStore,
): Collection<AssetConnector, ObjectField> {
  const { element, field } = CONNECTORS[provider];
  return {
    version: '3.0',
    module: 'am',
    noun: element.toLowerCase(),
    element,
    field,
    all: () => directory.all(provider),
    get: id => {
      const connector = directory.find(id);
      return connector?.record.settings.provider === provider
        ? connector
        : undefined;
    },
    idOf: ({ id }) => id,
    searchFields: searchFieldsOf(provider, directory, tags),
    show: connector =>
      shownConnector(
        connector,
        directory.extrasOf(connector),
        tags,
        connector.source.store.moment(),
      ),
  };
}

/**
 * The verbs on the connectors of a cloud.
 *
 * Source: Asset Management 3.0, connectors of AWS, Azure and GCP.
 */
export function connectorOperations(
  provider: CloudProvider,
  directory: AssetDirectory,
  changes: AssetChanges,
  tags: TagStore,
  behaviours: Behaviours,
): Operation[] {
  const collection = collectionOf(provider, directory, tags);
  const { element, field } = collection;
  const schema = schemaOf(collection);
  const isDeletedByDelete = provider === 'AZURE';

  // The description differs from cloud to cloud, which TypeScript cannot follow.
  const changeOf = (request: QpsRequest) =>
    request.data(element, field) as ConnectorChange;

  function updated(
    connectors: readonly AssetConnector[],
    change: ConnectorChange,
  ): QpsAnswer {
    const after = changes.update(connectors, change, behaviours.current);
    return namesPerimeter(change)
      ? success(
          element,
          UPDATED_PERIMETER,
          after.map(({ id, extras }) => ({ id, ...shownPerimeter(extras) })),
        )
      : onlyIds(
          element,
          after.map(({ id }) => id),
        );
  }

  function removed(connectors: readonly AssetConnector[]): QpsAnswer {
    for (const connector of connectors) directory.remove(connector);
    return onlyIds(
      element,
      connectors.map(({ id }) => id),
    );
  }

  function run(connectors: readonly AssetConnector[]): QpsAnswer {
    const ids = changes.run(connectors).map(({ id }) => id);
    return onlyIds(element, ids);
  }

  const writes: Operation[] = [
    {
      path: pathOf(collection, 'create'),
      methods: ['POST'],
      schema,
      answer: request => {
        const change = changeOf(request);
        const connector = changes.create(newSettings(provider, change), change);
        return success(element, field, [collection.show(connector, true)]);
      },
    },
    {
      path: `${pathOf(collection, 'update')}/:id`,
      methods: ['POST'],
      schema,
      answer: request =>
        updated([named(collection, request)], changeOf(request)),
    },
    {
      path: pathOf(collection, 'update'),
      methods: ['POST'],
      schema,
      answer: request => {
        if (
          request.criteria.some(({ operator }) => operator === 'NOT EQUALS')
        ) {
          throw invalid('Updates do not support the operator NOT EQUALS');
        }
        const connectors = picked(collection, request.criteria);
        return updated(connectors, changeOf(request));
      },
    },
    ...oneOrPicked(
      collection,
      'delete',
      removed,
      isDeletedByDelete ? ['POST', 'DELETE'] : ['POST'],
    ),
    ...oneOrPicked(collection, 'run', run),
  ];
  return [
    ...readOperations(collection, behaviours),
    ...writes.map(write => ({ ...write, needs: 'isManager' as const })),
  ];
}

import type { QpsCriterion } from 'qualys-model';
import { all } from '../../__testUtils__/server';
import {
  addAzure,
  addManyOfEach,
  addWebApp,
  AZURE_WITHOUT_KEY,
  DEFAULTS_CHANGE,
  S3_BEFORE,
  S3_SETTINGS,
} from './objects';
import { securityHubPromises } from './securityHubPromises';
import type { Dialect, World } from './world';

/** What the client promises, whatever Qualys does where the documents are silent. */
export interface ClientPromise {
  name: string;
  /** Those in which the calls can go. */
  dialects: readonly Dialect[];
  /** Fails where it is not kept. */
  holds(world: World): Promise<void>;
}

const QPS = ['json', 'xml'] as const;
const JSON_ONLY = ['json'] as const;

async function everyObjectComesOnce(world: World) {
  addManyOfEach(world);
  const { assetDataConnectors, webApps, scans, dnsOverrides, tags } =
    world.client;
  const filters: QpsCriterion[] = [
    { field: 'name', operator: 'CONTAINS', value: 'paged ' },
  ];
  for (const pageSize of [1, 2, 5, 100]) {
    const found = await Promise.all([
      all(assetDataConnectors.aws.search({ pageSize })),
      all(assetDataConnectors.azure.search({ pageSize })),
      all(assetDataConnectors.gcp.search({ pageSize })),
      all(webApps.search({ pageSize })),
      all(scans.search({ pageSize })),
      all(dnsOverrides.search({ pageSize })),
      all(tags.search({ pageSize, filters })),
    ]);
    for (const objects of found) {
      expect(new Set(objects.map(({ id }) => id)).size).toBe(5);
      expect(objects).toHaveLength(5);
    }
  }
}

async function s3LeavesNothingToChance({ client, control }: World) {
  const { id } = control.addS3Integration(S3_BEFORE);
  await client.s3.update(id, S3_SETTINGS);
  expect(control.s3Integration(id)).toEqual({
    id,
    externalId: expect.any(String),
    ...S3_SETTINGS,
    accessPointArn: null,
    minSeverity: '4',
    filterQuery: {
      ...S3_SETTINGS.filterQuery,
      removeVulnFilter: false,
      removeAssetFilter: false,
    },
    errorEmails: [],
  });
}

const CANCELS = [{ cancelScansAfterNHours: 4 }, { cancelScansAt: '10:30' }];

function keeping(cancels: (typeof CANCELS)[number]) {
  async function cancelSettingsStay(world: World) {
    const { webApps } = world.client;
    const id = addWebApp(world, cancels);
    await webApps.update(id, { name: 'Another name' });
    expect((await webApps.get(id)).config).toMatchObject(cancels);

    await webApps.update(id, DEFAULTS_CHANGE);
    const { name, config } = await webApps.get(id);
    expect(name).toBe('Another name');
    expect(config).toMatchObject({ ...cancels, ...DEFAULTS_CHANGE });

    await webApps.update(id, { cancelScansAfterNHours: 7 });
    const after = await webApps.get(id);
    expect(after.config?.cancelScansAfterNHours).toBe(7);
    expect(after.config?.cancelScansAt).toBeUndefined();
  }
  return cancelSettingsStay;
}

async function azureIsUpdatedOrNot(world: World) {
  const { azure: connectors } = world.client.cloudConnectors;
  const id = addAzure(world);
  const before = await connectors.get(id);
  const error = await connectors.update(id, AZURE_WITHOUT_KEY).then(
    () => undefined,
    reason => reason,
  );
  const { name } = await connectors.get(id);
  expect([error?.kind, name]).toEqual(
    error ? ['invalid', before.name] : [undefined, AZURE_WITHOUT_KEY.name],
  );

  await connectors.update(id, {
    ...AZURE_WITHOUT_KEY,
    name: 'With its key',
    authenticationKey: 'Zq8~secret/Key+_-1',
  });
  expect((await connectors.get(id)).name).toBe('With its key');
}

/** All that the client promises where the documents leave something open. */
export const PROMISES: readonly ClientPromise[] = [
  {
    name: 'a search gives every object once, by pages of any size',
    dialects: QPS,
    holds: everyObjectComesOnce,
  },
  {
    name: 'an update of an S3 integration leaves no setting to chance',
    dialects: JSON_ONLY,
    holds: s3LeavesNothingToChance,
  },
  ...CANCELS.map(cancels => ({
    name: `an update of a web app keeps ${Object.keys(cancels)}`,
    dialects: QPS,
    holds: keeping(cancels),
  })),
  {
    name: 'an update of an Azure connector without its key is made as a whole or refused as a whole, and made with it',
    dialects: JSON_ONLY,
    holds: azureIsUpdatedOrNot,
  },
  ...securityHubPromises,
];

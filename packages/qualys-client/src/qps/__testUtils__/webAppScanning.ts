import type {
  DnsOverride,
  QpsReference,
  Scan,
  ScanStatus,
  Tag,
  WebApp,
} from 'qualys-model';
import { dnsOverrideObject } from '../../dnsOverrides/wire';
import { dnsOverrideData } from '../../dnsOverrides/write';
import { scanObject, scanStatusObject } from '../../scans/wire';
import { scanData } from '../../scans/write';
import { tagObject } from '../../tags/tags';
import { webAppObject } from '../../webApps/wire';
import { webAppData } from '../../webApps/write';
import { object, reference, references } from './fields';
import type { RoundTrip } from './roundTrip';

const bare = (one?: QpsReference) => one && { id: one.id };
const idsOf = (many?: QpsReference[]) =>
  many && { set: many.map(({ id }) => id) };

/** As it is read, and written where the client writes it. */
export const webApp: RoundTrip<typeof webAppObject.schema, WebApp> = {
  object: webAppObject,
  shape: object({
    id: 'id',
    name: 'text',
    url: 'text',
    config: object({
      cancelScansAfterNHours: 'integer',
      cancelScansAt: 'text',
      defaultAuthRecord: reference,
      defaultDnsOverride: reference,
    }),
    tags: references('Tag'),
    authRecords: references('WebAppAuthRecord'),
    dnsOverrides: references('DnsOverride'),
    lastScan: object({ id: 'id', name: 'text', status: 'text', date: 'date' }),
    isScheduled: 'boolean',
    createdDate: 'date',
    updatedDate: 'date',
    crawlingScripts: object({ count: 'integer' }),
  }),
  write: {
    carried: ({ id, name, url, config, tags }) => ({
      id,
      name,
      url,
      // A `config` that holds nothing is not written.
      config:
        config && Object.values(config).some(value => value !== undefined)
          ? {
              ...(config.cancelScansAt === undefined
                ? { cancelScansAfterNHours: config.cancelScansAfterNHours }
                : { cancelScansAt: config.cancelScansAt }),
              defaultAuthRecord: bare(config.defaultAuthRecord),
              defaultDnsOverride: bare(config.defaultDnsOverride),
            }
          : undefined,
      tags: tags?.map(({ id: tag }) => ({ id: tag })),
    }),
    data: ({ id, name, url, config, tags }) => ({
      id,
      ...webAppData({ name, url, ...config, tags: idsOf(tags) }),
    }),
  },
};

const scanShape = {
  id: 'id',
  status: 'text',
  summary: object({ resultsStatus: 'text', authStatus: 'text' }),
  consolidatedStatus: 'text',
} as const;

/** As it is read, and written where the client writes it. */
export const scan: RoundTrip<typeof scanObject.schema, Scan> = {
  object: scanObject,
  shape: object(
    {
      ...scanShape,
      name: 'text',
      reference: 'text',
      type: 'text',
      mode: 'text',
      target: object(
        {
          webApp: object({ id: 'id', name: 'text', url: 'text' }),
          webAppAuthRecord: reference,
        },
        ['webApp'],
      ),
      profile: reference,
      dnsOverride: reference,
      cancelAfterNHours: 'integer',
      cancelTime: 'text',
      launchedDate: 'date',
      launchedBy: object({ id: 'id', username: 'text' }),
      endScanDate: 'date',
    },
    ['id', 'name', 'type', 'target'],
  ),
  write: {
    carried: found => ({
      id: found.id,
      name: found.name,
      type: found.type,
      webApp: { id: found.webApp!.id },
      authRecord: bare(found.authRecord),
      profile: bare(found.profile),
      dnsOverride: bare(found.dnsOverride),
      cancelAfterNHours: found.cancelAfterNHours,
      cancelTime: found.cancelTime,
    }),
    data: ({ id, webApp: scanned, ...carried }) => ({
      id,
      ...scanData({
        ...carried,
        name: carried.name!,
        type: carried.type as 'VULNERABILITY',
        webApp: { id: scanned!.id },
      }),
    }),
  },
};

/** As it is read, and written where the client writes it. */
export const dnsOverride: RoundTrip<
  typeof dnsOverrideObject.schema,
  DnsOverride
> = {
  object: dnsOverrideObject,
  shape: object({
    id: 'id',
    name: 'text',
    mappings: {
      name: 'DnsMapping',
      item: object({ hostName: 'text', ipAddress: 'text' }, [
        'hostName',
        'ipAddress',
      ]),
    },
    comments: {
      name: 'Comment',
      item: object({ contents: 'text', createdDate: 'date' }, ['contents']),
    },
    tags: references('Tag'),
    createdDate: 'date',
    updatedDate: 'date',
  }),
  write: {
    carried: ({ id, name, mappings, comments, tags }) => ({
      id,
      name,
      mappings,
      comments: comments?.length ? comments.slice(0, 1) : undefined,
      tags: tags?.map(({ id: tag }) => ({ id: tag })),
    }),
    data: ({ id, name, mappings, comments, tags }) => ({
      id,
      ...dnsOverrideData({
        name,
        mappings: mappings && { set: mappings },
        comment: comments?.[0],
        tags: idsOf(tags),
      }),
    }),
  },
};

/** As it is read, and written where the client writes it. */
export const scanStatus: RoundTrip<typeof scanStatusObject.schema, ScanStatus> =
  {
    object: scanStatusObject,
    shape: object(scanShape),
  };

/** As it is read, and written where the client writes it. */
export const tag: RoundTrip<typeof tagObject.schema, Tag> = {
  object: tagObject,
  shape: object(
    {
      id: 'id',
      name: 'text',
      color: 'text',
      ruleType: 'text',
      parentTagId: 'id',
      created: 'date',
      modified: 'date',
    },
    ['id', 'name'],
  ),
};

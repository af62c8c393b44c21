import { isIP } from 'node:net';
import type { TagStore } from '../assetManagement/tags';
import { TAG_REFERENCE } from '../assetManagement/tags';
import {
  cdata,
  integer,
  list,
  object,
  text,
  type ChangeOf,
  type ValueOf,
} from '../qps/description';
import { invalid } from '../qps/problem';
import { changedList } from '../qps/read';
import { OWNER, USER } from './user';

const LONGEST_COMMENT = 2048;

/** A DNS override of WAS. Source: WAS API, Reference: DNS Override. */
export const DNS_OVERRIDE = object({
  id: integer,
  name: cdata,
  owner: USER,
  tags: list('Tag', TAG_REFERENCE),
  mappings: list('DnsMapping', object({ hostName: text, ipAddress: text })),
  comments: list(
    'Comment',
    object({ contents: cdata, author: USER, createdDate: text }),
  ),
  createdBy: USER,
  createdDate: text,
  updatedBy: USER,
  updatedDate: text,
});

/** A host and the address that scans take it to have. @public */
export interface DnsMapping {
  hostName: string;
  /** IPv4 or IPv6. */
  ipAddress: string;
}

/** What is kept of a DNS override. */
export interface DnsOverrideRecord {
  id: number;
  name: string;
  mappings: DnsMapping[];
  tagIds: number[];
  comments: { contents: string; createdDate: string }[];
  createdDate: string;
  updatedDate: string;
}

/** A reference to a DNS override. */
export const DNS_OVERRIDE_REFERENCE = object({ id: integer, name: cdata });

const HOST_NAME = /^(?!-)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*$/;

function checkedMapping(mapping: Partial<DnsMapping>): DnsMapping {
  const { hostName = '', ipAddress = '' } = mapping;
  if (!HOST_NAME.test(hostName)) {
    throw invalid(
      `DnsMapping.hostName "${hostName}" is not the name of a host`,
    );
  }
  if (isIP(ipAddress) === 0) {
    throw invalid(`DnsMapping.ipAddress "${ipAddress}" is not an IP address`);
  }
  return { hostName, ipAddress };
}

type Change = ChangeOf<typeof DNS_OVERRIDE>;

function changedComments(
  comments: DnsOverrideRecord['comments'],
  change: NonNullable<Change['comments']>,
  now: string,
): DnsOverrideRecord['comments'] {
  const written = [...(change.set ?? []), ...(change.add ?? [])];
  if (written.length > 1) throw invalid('comments takes one comment only');
  const [comment] = written;
  if (!comment) return change.set ? [] : comments;
  const contents = comment.contents ?? '';
  if (contents === '' || contents.length > LONGEST_COMMENT) {
    throw invalid(`A comment has 1 to ${LONGEST_COMMENT} characters`);
  }
  const kept = change.set ? [] : comments;
  return [...kept, { contents, createdDate: now }];
}

/**
 * A DNS override after a request.
 *
 * Source: WAS API, Reference: DNS Override and Update a DNS Override.
 *
 * @throws QpsProblem that names what does not fit
 */
export function changedDnsOverride(
  record: DnsOverrideRecord,
  change: Change,
  tags: TagStore,
  now: string,
): DnsOverrideRecord {
  const { name = record.name, mappings } = change;
  if (name.trim() === '') throw invalid('DnsOverride.name is required');
  const changed = mappings
    ? changedList(
        record.mappings,
        {
          ...mappings,
          set: mappings.set?.map(checkedMapping),
          add: mappings.add?.map(checkedMapping),
          update: mappings.update?.map(checkedMapping),
          remove: mappings.remove?.map(({ hostName = '' }) => ({
            hostName,
            ipAddress: '',
          })),
        },
        ({ hostName }) => hostName,
      )
    : record.mappings;
  if (changed.length === 0) throw invalid('DnsOverride.mappings is required');
  return {
    ...record,
    name,
    mappings: changed,
    tagIds: change.tags
      ? tags.changed(record.tagIds, change.tags, 'DnsOverride.tags')
      : record.tagIds,
    comments: change.comments
      ? changedComments(record.comments, change.comments, now)
      : record.comments,
    updatedDate: now,
  };
}

/** A DNS override as answers show it. */
export function shownDnsOverride(
  record: DnsOverrideRecord,
  isWhole: boolean,
  tags: TagStore,
): ValueOf<typeof DNS_OVERRIDE> {
  const { id, name, mappings, createdDate, updatedDate } = record;
  return {
    id,
    name,
    owner: OWNER,
    tags: record.tagIds.map(tag => tags.reference(tag)),
    mappings,
    ...(isWhole
      ? {
          comments: record.comments.map(comment => ({
            ...comment,
            author: OWNER,
          })),
          createdBy: OWNER,
        }
      : {}),
    createdDate,
    ...(isWhole ? { updatedBy: OWNER } : {}),
    updatedDate,
  };
}

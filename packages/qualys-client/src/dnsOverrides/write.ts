import type { DnsOverrideChanges } from 'qualys-model';
import { collectionData, referencesData, type QpsValue } from '../qps';

/** Settings of a DNS override, or changes to one, as `DnsOverride` of the WAS API 3.0. */
export function dnsOverrideData({
  name,
  mappings,
  comment,
  tags,
}: DnsOverrideChanges): {
  [name: string]: QpsValue;
} {
  return {
    name,
    mappings: collectionData(mappings, 'DnsMapping', mapping => mapping),
    comments:
      comment === undefined
        ? undefined
        : { set: { Comment: [{ contents: comment }] } },
    tags: referencesData(tags, 'Tag'),
  };
}

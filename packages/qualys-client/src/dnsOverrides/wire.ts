import type { DnsOverride } from 'qualys-model';
import { z } from 'zod';
import {
  essentialText,
  optionalCollection,
  optionalDate,
  optionalReferences,
  optionalText,
  type QpsObject,
} from '../qps';
import { advice } from '../webApps/advice';

const schema = z.object({
  id: essentialText,
  name: optionalText,
  mappings: optionalCollection(
    'DnsMapping',
    z.object({ hostName: essentialText, ipAddress: essentialText }),
  ),
  comments: optionalCollection(
    'Comment',
    z.object({ contents: optionalText }),
  ).transform(comments =>
    comments?.flatMap(({ contents }) =>
      contents === undefined ? [] : [contents],
    ),
  ),
  tags: optionalReferences('Tag'),
  createdDate: optionalDate,
  updatedDate: optionalDate,
});

/** `DnsOverride` of the WAS API 3.0. */
export const dnsOverrideObject: QpsObject<typeof schema, DnsOverride> = {
  name: 'DnsOverride',
  schema,
  transform: wire => wire,
  advice,
};

import type { WebApp } from 'qualys-model';
import { z } from 'zod';
import {
  essentialText,
  optionalBoolean,
  optionalDate,
  optionalInteger,
  optionalObject,
  optionalReference,
  optionalReferences,
  optionalText,
  type QpsObject,
} from '../qps';
import { advice } from './advice';

const schema = z.object({
  id: essentialText,
  name: optionalText,
  url: optionalText,
  config: optionalObject(
    z.object({
      cancelScansAfterNHours: optionalInteger,
      cancelScansAt: optionalText,
      defaultAuthRecord: optionalReference,
      defaultDnsOverride: optionalReference,
    }),
  ),
  tags: optionalReferences('Tag'),
  authRecords: optionalReferences('WebAppAuthRecord'),
  dnsOverrides: optionalReferences('DnsOverride'),
  lastScan: optionalObject(
    z.object({
      id: optionalText,
      name: optionalText,
      status: optionalText,
      date: optionalDate,
    }),
  ),
  isScheduled: optionalBoolean,
  createdDate: optionalDate,
  updatedDate: optionalDate,
});

/** `WebApp` of the WAS API 3.0. */
export const webAppObject: QpsObject<typeof schema, WebApp> = {
  name: 'WebApp',
  schema,
  transform: wire => wire,
  advice,
};

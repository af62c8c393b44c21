import type { WebApp } from 'qualys-model';
import { z } from 'zod';
import { isoDateOf } from '../cloudView/dates';
import {
  essentialText,
  optionalBoolean,
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
      date: optionalText,
    }),
  ),
  isScheduled: optionalBoolean,
  createdDate: optionalText,
  updatedDate: optionalText,
});

const dateOf = (text?: string) => (text === undefined ? text : isoDateOf(text));

function webAppOf(wire: z.output<typeof schema>): WebApp {
  const { lastScan, createdDate, updatedDate } = wire;
  return {
    ...wire,
    lastScan: lastScan && { ...lastScan, date: dateOf(lastScan.date) },
    createdDate: dateOf(createdDate),
    updatedDate: dateOf(updatedDate),
  };
}

/** `WebApp` of the WAS API 3.0. */
export const webAppObject: QpsObject<typeof schema, WebApp> = {
  name: 'WebApp',
  schema,
  transform: webAppOf,
  advice,
};

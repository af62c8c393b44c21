import { TAG_REFERENCE } from '../assetManagement/tags';
import {
  boolean,
  cdata,
  integer,
  list,
  object,
  text,
  textBoolean,
} from '../qps/description';
import { DNS_OVERRIDE_REFERENCE } from './dnsOverride';
import { USER } from './user';

/** A reference to an authentication record. */
export const AUTH_RECORD_REFERENCE = object({ id: integer, name: cdata });

/** A web app of WAS. Source: WAS API 3.0, `webapp.xsd`. */
export const WEB_APP = object({
  id: integer,
  name: cdata,
  url: cdata,
  owner: USER,
  scope: text,
  authRecords: list('WebAppAuthRecord', AUTH_RECORD_REFERENCE),
  dnsOverrides: list('DnsOverride', DNS_OVERRIDE_REFERENCE),
  tags: list('Tag', TAG_REFERENCE),
  isScheduled: textBoolean,
  lastScan: object({
    id: integer,
    name: cdata,
    status: text,
    date: text,
    summary: object({ resultsStatus: text, authStatus: text }),
  }),
  createdBy: USER,
  createdDate: text,
  updatedBy: USER,
  updatedDate: text,
  config: object({
    cancelScansAfterNHours: integer,
    cancelScansAt: text,
    defaultAuthRecord: AUTH_RECORD_REFERENCE,
    defaultDnsOverride: DNS_OVERRIDE_REFERENCE,
  }),
  crawlingScripts: list('SeleniumScript', object({ id: integer, name: cdata })),
});

/** What a request to delete web apps may bring. */
export const WEB_APP_REMOVAL = object({ removeFromSubscription: boolean });

/** What is kept of a web app. */
export interface WebAppRecord {
  id: number;
  name: string;
  url: string;
  tagIds: number[];
  dnsOverrideIds: number[];
  authRecordIds: number[];
  cancelScansAfterNHours?: number;
  /** `HH:MM`. */
  cancelScansAt?: string;
  defaultAuthRecordId?: number;
  defaultDnsOverrideId?: number;
  isScheduled: boolean;
  createdDate: string;
  updatedDate: string;
}

import type { QualysFeed } from 'backstage-plugin-qualys-common';

/**
 * Which feed wins each field that both tell. The other one's word holds where
 * the winner says nothing. Asset Management is read in full in every sync,
 * whereas of CloudView only the newest is; the error of Asset Management may be
 * long past.
 */
export const WINNERS = {
  // CloudView's word, whose accounts entities are named by
  account: 'cloudView',
  error: 'cloudView',
  // connectorState / state
  reportedState: 'assetManagement',
  // disabled / isDisabled
  disabled: 'assetManagement',
  // runFrequency / pollingFrequency
  pollingFrequency: 'assetManagement',
  // isRemediationEnabled / remediationEnabled
  remediationEnabled: 'assetManagement',
  name: 'assetManagement',
  description: 'assetManagement',
  // lastSync / lastSyncedOn
  lastSyncedOn: 'assetManagement',
  // nextSync / nextSyncedOn
  nextSyncedOn: 'assetManagement',
  arn: 'assetManagement',
  externalId: 'assetManagement',
  // qualysAwsAccountId / baseAccountId
  baseAccountId: 'assetManagement',
  govCloud: 'assetManagement',
  chinaRegion: 'assetManagement',
  applicationId: 'assetManagement',
  directoryId: 'assetManagement',
  subscriptionName: 'assetManagement',
} as const satisfies Record<string, QualysFeed>;

/** A field that both feeds tell, each in words of its own. */
export type TwinField = keyof typeof WINNERS;

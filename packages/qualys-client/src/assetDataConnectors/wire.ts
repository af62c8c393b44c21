import { z } from 'zod';
import {
  essentialText,
  optionalBoolean,
  optionalCollection,
  optionalDate,
  optionalInteger,
  optionalObject,
  optionalText,
} from '../qps';

// A collection that only tells more of a connector: where an item of it makes
// no sense, nothing tells what it holds. Tags are none of these, since who owns
// a connector may hang on them.
function telling<S extends z.ZodType>(name: string, item: S) {
  return optionalCollection(name, item).catch(undefined);
}

const tag = z.object({ id: essentialText, name: optionalText });

const appInfo = z.object({
  name: essentialText,
  identifier: optionalText,
  tagId: optionalText,
});

const scanConfiguration = z.object({
  optionProfileId: optionalText,
  recurrence: optionalText,
  daysOfWeek: optionalCollection('Day', essentialText),
  scanPrefix: optionalText,
  startDate: optionalText,
  startTime: optionalText,
  timezone: optionalText,
});

const common = {
  id: essentialText,
  name: essentialText,
  description: optionalText,
  connectorState: optionalText,
  disabled: optionalBoolean,
  isDeleted: optionalBoolean,
  lastError: optionalText,
  lastSync: optionalDate,
  nextSync: optionalDate,
  runFrequency: optionalInteger,
  isRemediationEnabled: optionalBoolean,
  defaultTags: optionalCollection('TagSimple', tag),
  activation: telling('ActivationModule', essentialText),
  connectorAppInfos: telling(
    'ConnectorAppInfoQList',
    optionalCollection('ConnectorAppInfo', appInfo),
  ),
  isCPSEnabled: optionalBoolean,
  connectorScanSetting: optionalObject(
    z.object({ isCustomScanConfigEnabled: optionalBoolean }),
  ),
  connectorScanConfig: optionalCollection(
    'ConnectorScanConfiguration',
    scanConfiguration,
  ),
  isInstantAssessmentEnabled: optionalBoolean,
  isAttachedToOrgConnector: optionalBoolean,
  isWrapperAPI: optionalBoolean,
  cloudviewUuid: optionalText,
};

// Lists hold thousands of these: compiled, they are read in half the time.

/** `AwsAssetDataConnector` of Asset Management 3.0. */
export const awsWire = z.compile(
  z.object({
    ...common,
    awsAccountId: optionalText,
    arn: optionalText,
    externalId: optionalText,
    qualysAwsAccountId: optionalText,
    allRegions: optionalBoolean,
    endpoints: telling(
      'AwsEndpointSimple',
      z.object({ regionCode: essentialText }),
    ),
    isGovCloudConfigured: optionalBoolean,
    isChinaConfigured: optionalBoolean,
  }),
);

/**
 * `AzureAssetDataConnector` of Asset Management 3.0. What it gives of the
 * authentication record beyond these members is never read.
 */
export const azureWire = z.compile(
  z.object({
    ...common,
    authRecord: optionalObject(
      z.object({
        applicationId: optionalText,
        directoryId: optionalText,
        subscriptionId: optionalText,
      }),
    ),
    subscriptionName: optionalText,
    isGovCloudConfigured: optionalBoolean,
  }),
);

/**
 * `GcpAssetDataConnector` of Asset Management 3.0. Its authentication record
 * has the members of Google's key file in one form and names of Qualys' own in
 * the other.
 */
export const gcpWire = z.compile(
  z.object({
    ...common,
    authRecord: optionalObject(
      z.object({ projectId: optionalText, project_id: optionalText }),
    ),
  }),
);

/** What the connectors of all clouds have in common on the wire. */
export type CommonWire = Pick<z.output<typeof gcpWire>, keyof typeof common>;

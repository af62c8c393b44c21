import { z } from 'zod';
import type { awsSettingsSchema } from '../connectors/connector';
import { QUALYS_ACCOUNTS } from '../data/vocabulary';
import type { ProviderWrites } from './providerWrites';
import {
  externalId,
  flag,
  pollingFrequency,
  remediation,
  required,
  text,
} from './fields';

type AwsSettings = z.infer<typeof awsSettingsSchema>;

/**
 * The body that creates or updates an AWS connector. Fields that it does not
 * know are not looked at, nor is `isPortalConnector`: in the documents, what is
 * created this way is none, whatever was asked for.
 *
 * Source: CloudView API v1, `AwsConnectorCreateRequest` and
 * `ConnectorUpdateRequest`, which name no field as required; the simulator
 * wants `arn`, `externalId` and `name`. That GovCloud and China may both be
 * asked for is in the sample of "Unique Secure External ID for AWS connectors".
 */
const awsRequestSchema = z.object({
  arn: required.regex(
    /^arn:.*(?<!\d)\d{12}(?!\d)/,
    'must be the ARN of a role, with the number of its account',
  ),
  description: text,
  externalId,
  isChinaRegion: flag,
  isGovCloud: flag,
  name: required,
  pollingFrequency,
  remediationEnabled: remediation,
});

type AwsRequest = z.infer<typeof awsRequestSchema>;

function partitionOf({ isGovCloud, isChinaRegion }: AwsRequest) {
  if (isGovCloud) return 'aws-us-gov';
  return isChinaRegion ? 'aws-cn' : 'aws';
}

function awsSettings(request: AwsRequest, kept?: AwsSettings): AwsSettings {
  const accountNumber = /(?<!\d)\d{12}(?!\d)/.exec(request.arn);
  return {
    totalAssets: 0,
    isDisabled: false,
    groups: [],
    isPortalConnector: false,
    ...kept,
    ...request,
    provider: 'AWS',
    remediationEnabled:
      request.remediationEnabled ?? kept?.remediationEnabled ?? false,
    awsAccountId: accountNumber![0],
    baseAccountId: QUALYS_ACCOUNTS[partitionOf(request)],
  };
}

function signsInAnew(before: AwsSettings, after: AwsSettings): boolean {
  return (
    before.arn !== after.arn ||
    before.externalId !== after.externalId ||
    before.isGovCloud !== after.isGovCloud ||
    before.isChinaRegion !== after.isChinaRegion
  );
}

/** Creates and updates AWS connectors. What an update leaves out is reset. */
export const awsWrites: ProviderWrites<'AWS'> = {
  provider: 'AWS',
  bodyType: 'application/json',
  create: async body => ({
    settings: awsSettings(awsRequestSchema.parse(body)),
  }),
  update: async (kept, body) => {
    const settings = awsSettings(awsRequestSchema.parse(body), kept);
    return { settings, isReadAnew: signsInAnew(kept, settings) };
  },
};

import {
  accountOf,
  type ConnectorSettings,
  type Failure,
} from '../connectors/connector';
import {
  AWS_REGIONS,
  AZURE_LOCATIONS,
  GCP_REGIONS,
  QUALYS_ACCOUNTS,
  type AwsPartition,
} from './vocabulary';

function awsPartition(settings: {
  isGovCloud: boolean;
  isChinaRegion: boolean;
}): AwsPartition {
  if (settings.isGovCloud) return 'aws-us-gov';
  return settings.isChinaRegion ? 'aws-cn' : 'aws';
}

function places(settings: ConnectorSettings): readonly string[] {
  switch (settings.provider) {
    case 'AWS':
      return AWS_REGIONS[awsPartition(settings)];
    case 'AZURE':
      return AZURE_LOCATIONS;
    default:
      return GCP_REGIONS;
  }
}

/** What Qualys says where the cloud does not let it in. */
export function refusal(settings: ConnectorSettings): string {
  const account = accountOf(settings);
  switch (settings.provider) {
    case 'AWS': {
      const partition = awsPartition(settings);
      const qualys = QUALYS_ACCOUNTS[partition];
      return `User: arn:${partition}:iam::${qualys}:user/qualys is not authorized to perform: sts:AssumeRole on resource: ${settings.arn} (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied)`;
    }
    case 'AZURE':
      return `AuthorizationFailed: The client '${settings.applicationId}' does not have authorization to perform action 'Microsoft.Resources/subscriptions/resources/read' over scope '/subscriptions/${account}'`;
    default:
      return `403 Forbidden: Cloud Resource Manager API has not been used in project ${account} before or it is disabled`;
  }
}

/**
 * The entries of a connector's list of errors: place by place, then the same
 * again one sync earlier.
 *
 * @param settings - the settings of the connector
 * @param count - how many
 */
export function failuresOf(
  settings: ConnectorSettings,
  count: number,
): Failure[] {
  const where = places(settings);
  const error = refusal(settings);
  return Array.from({ length: count }, (_, index) => ({
    error,
    region: where[index % where.length],
    syncsAgo: Math.floor(index / where.length),
  }));
}

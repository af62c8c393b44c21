import type { RequestCore } from '../core';
import { awsConnectors } from './aws';
import { azureConnectors } from './azure';
import { gcpConnectors } from './gcp';
import type { CloudConnectorResources } from './resources';

/** The connectors of all clouds, on a request core. */
export function cloudConnectorResources(
  core: RequestCore,
): CloudConnectorResources {
  return {
    aws: awsConnectors(core),
    azure: azureConnectors(core),
    gcp: gcpConnectors(core),
  };
}

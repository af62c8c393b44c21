import type { ContractCase } from '../../contractCase';
import { connectorCreateCases } from './creates';
import { otherConnectorCases } from './others';
import { awsRefusalCases } from './refusals';
import { awsUpdateCases } from './updates';

/** Asset Management 3.0: connectors. */
export const assetManagementCases: ContractCase[] = [
  ...awsUpdateCases,
  ...awsRefusalCases,
  ...connectorCreateCases,
  ...otherConnectorCases,
];

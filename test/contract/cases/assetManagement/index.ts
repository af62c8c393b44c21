import type { ContractCase } from '../../contractCase';
import { connectorCreateCases } from './creates';
import { otherConnectorCases } from './others';
import { awsRefusalCases } from './refusals';
import { awsUpdateCases } from './updates';
import { awsUpdateVariantCases } from './updateVariants';

/** Asset Management 3.0: connectors. */
export const assetManagementCases: ContractCase[] = [
  ...awsUpdateCases,
  ...awsUpdateVariantCases,
  ...awsRefusalCases,
  ...connectorCreateCases,
  ...otherConnectorCases,
];

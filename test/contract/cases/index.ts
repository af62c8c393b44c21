import type { ContractCase } from '../contractCase';
import { assetManagementCases } from './assetManagement';
import { cloudViewCases } from './cloudView';
import { gatewayCases } from './gateway';
import { portalCases } from './portal';
import { s3Cases } from './s3';
import { securityHubCases } from './securityHub';
import { vmCases } from './vm';
import { wasCases } from './was';

/** All cases, by API. */
export const CONTRACT_CASES: ContractCase[] = [
  ...cloudViewCases,
  ...gatewayCases,
  ...s3Cases,
  ...assetManagementCases,
  ...wasCases,
  ...securityHubCases,
  ...portalCases,
  ...vmCases,
];

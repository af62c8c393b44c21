import type { ContractCase } from '../contractCase';
import { cloudViewCases } from './cloudView';
import { gatewayCases } from './gateway';
import { s3Cases } from './s3';
import { securityHubCases } from './securityHub';

/** All cases, by API. */
export const CONTRACT_CASES: ContractCase[] = [
  ...cloudViewCases,
  ...gatewayCases,
  ...s3Cases,
  ...securityHubCases,
];

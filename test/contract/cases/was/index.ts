import type { ContractCase } from '../../contractCase';
import { dnsOverrideCases } from './dnsOverrides';
import { scanCases } from './scans';
import { webAppOddityCases } from './webAppOddities';
import { otherWebAppCases } from './webAppOthers';
import { webAppCases } from './webApps';

/** Web Application Scanning 3.0. */
export const wasCases: ContractCase[] = [
  ...webAppCases,
  ...otherWebAppCases,
  ...scanCases,
  ...dnsOverrideCases,
  ...webAppOddityCases,
];

import type { ContractCase } from '../../contractCase';
import { dnsOverrideCases } from './dnsOverrides';
import { pageCases } from './pages';
import { scanActionCases } from './scanActions';
import { scanCases } from './scans';
import { webAppOddityCases } from './webAppOddities';
import { otherWebAppCases } from './webAppOthers';
import { webAppCases } from './webApps';
import { webAppVariantCases } from './webAppVariants';

/** Web Application Scanning 3.0. */
export const wasCases: ContractCase[] = [
  ...webAppCases,
  ...webAppVariantCases,
  ...otherWebAppCases,
  ...pageCases,
  ...scanCases,
  ...scanActionCases,
  ...dnsOverrideCases,
  ...webAppOddityCases,
];

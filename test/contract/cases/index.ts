import type { ContractCase } from '../contractCase';
import { cloudViewCases } from './cloudView';

/** All cases, by API. */
export const CONTRACT_CASES: ContractCase[] = [...cloudViewCases];

import type { ContractCase } from '../../contractCase';
import { errorListCases } from './errorLists';
import { failureCases } from './failures';
import { getCases } from './gets';
import { listCases } from './lists';
import { oddityCases } from './oddities';

/** CloudView v1: cloud connectors. */
export const cloudViewCases: ContractCase[] = [
  ...listCases,
  ...getCases,
  ...errorListCases,
  ...oddityCases,
  ...failureCases,
];

import type { ContractCase } from '../../contractCase';
import { actionCases, otherActionCases } from './actions';
import { createCases } from './creates';
import { errorListCases } from './errorLists';
import { failureCases } from './failures';
import { getCases } from './gets';
import { listCases } from './lists';
import { oddityCases } from './oddities';
import { refusalCases } from './refusals';
import { updateCases } from './updates';

/** CloudView v1: cloud connectors. */
export const cloudViewCases: ContractCase[] = [
  ...listCases,
  ...getCases,
  ...errorListCases,
  ...createCases,
  ...updateCases,
  ...actionCases,
  ...otherActionCases,
  ...oddityCases,
  ...refusalCases,
  ...failureCases,
];

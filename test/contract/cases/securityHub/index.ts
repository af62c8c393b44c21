import type { ContractCase } from '../../contractCase';
import { deleteCases } from './deletes';
import { oddityCases } from './oddities';
import { readCases } from './reads';
import { writeCases } from './writes';

/** AWS Security Hub, `qps` 2.0. */
export const securityHubCases: ContractCase[] = [
  ...writeCases,
  ...readCases,
  ...deleteCases,
  ...oddityCases,
];

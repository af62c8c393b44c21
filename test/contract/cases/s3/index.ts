import type { ContractCase } from '../../contractCase';
import { queryCases } from './queries';
import { refusalCases } from './refusals';
import { updateCases } from './updates';

/** The AWS S3 integration. */
export const s3Cases: ContractCase[] = [
  ...updateCases,
  ...queryCases,
  ...refusalCases,
];

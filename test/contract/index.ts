/**
 * The calls and the oddities of the Qualys documents, as data. The client and
 * the simulator are both held against them.
 */

export { CONTRACT_CASES } from './cases';
export { CALLS, ODDITIES } from './inventory';
export type {
  Answer,
  ContractCase,
  Exchange,
  Outcome,
  Request,
  RequestBody,
  SimulatorSetUp,
  Source,
} from './contractCase';

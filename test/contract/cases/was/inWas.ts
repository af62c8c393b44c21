import type { ContractCase } from '../../contractCase';
import { inBothDialects, type QpsCase } from '../../dialects';
import { besides } from './described';

/** Cases of Web Application Scanning in both dialects, whose answers may say more than the samples. */
export function inWas(cases: QpsCase[]): ContractCase[] {
  return cases
    .map(qpsCase => ({
      ...qpsCase,
      exchanges: qpsCase.exchanges.map(exchange => ({
        ...exchange,
        mayAlsoHold: besides,
      })),
    }))
    .flatMap(inBothDialects);
}

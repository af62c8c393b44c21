import {
  qpsUpdateFiltersSchema,
  type QpsCriterion,
  type QpsFields,
} from 'qualys-model';
import { checkedBy } from '../input';

/**
 * The conditions that say which objects a change is for: at least one, and none
 * with `NOT EQUALS` or an operator that is not known.
 *
 * @throws QualysError `invalid` that names what is wrong; nothing is sent
 */
export function checkedWhere(
  filters: readonly QpsCriterion[],
  fields: QpsFields,
  what: string,
): QpsCriterion[] {
  return checkedBy(qpsUpdateFiltersSchema(fields), filters, what, ['filters']);
}

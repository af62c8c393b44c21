import { z } from 'zod';
import { QPS_OPERATORS, type QpsOperator } from './fieldTypes';
import { qpsTextSchema } from './text';

const value = qpsTextSchema();
const listed = value.regex(/^[^,]+$/, 'must not hold a comma.');

/**
 * A condition of a search. Conditions are joined by "and". Its messages say
 * what would be right.
 *
 * Source: Qualys WAS API 3.0 and Connector API, `Criteria`.
 *
 * @public
 */
export const qpsCriterionSchema = z
  .strictObject({
    /** The field that it is about, such as `id`, `name` or `tags.id`. */
    field: z
      .string('must be the name of a field.')
      .regex(/^[A-Za-z][\w.]*$/, 'must be the name of a field, like tags.id.'),
    /** How it compares. */
    operator: z.enum(QPS_OPERATORS, {
      error: `must be one of ${QPS_OPERATORS.join(', ')}.`,
    }),
    /** What it compares with: several values for `IN`, any text for `NONE`. */
    value: z.union([z.string(), z.array(z.string()).readonly()], {
      error: 'must be a text, or a list of texts for IN.',
    }),
  })
  .check(({ value: criterion, issues }) => {
    const complain = (message: string) =>
      issues.push({
        code: 'custom',
        input: criterion.value,
        path: ['value'],
        message,
      });
    if (criterion.operator === 'NONE') return;
    const several = typeof criterion.value !== 'string';
    if (several && criterion.operator !== 'IN') {
      complain('must be one text; a list of texts goes with IN alone.');
      return;
    }
    const values = several ? criterion.value : [criterion.value as string];
    if (values.length === 0) complain('must name at least one value.');
    for (const one of values) {
      const { error } = (several ? listed : value).safeParse(one);
      if (error) complain(error.issues[0].message);
    }
  });

/**
 * A condition of a search. Conditions are joined by "and".
 *
 * @public
 */
export interface QpsCriterion {
  /** The field that it is about, such as `id`, `name` or `tags.id`. */
  field: string;
  /** How it compares. */
  operator: QpsOperator;
  /** What it compares with: several values for `IN`, any text for `NONE`. */
  value: string | readonly string[];
}

import {
  qpsFiltersSchema,
  qpsUpdateFiltersSchema,
  type QpsCriterion,
  type QpsFields,
} from '.';

const FIELDS: QpsFields = {
  id: 'integer',
  name: 'text',
  date: 'date',
  state: 'keyword',
  on: 'boolean',
};

const firstIssue = (
  schema: ReturnType<typeof qpsFiltersSchema>,
  value: unknown,
) => {
  const { error } = schema.safeParse(value);
  return (
    error && `${error.issues[0].path.join('.')}: ${error.issues[0].message}`
  );
};
const of = (field: string, operator: string, value: unknown = '1') =>
  [{ field, operator, value }] as QpsCriterion[];

describe('conditions of a search', () => {
  it.each([
    of('id', 'EQUALS'),
    of('id', 'NOT EQUALS'),
    of('id', 'GREATER'),
    of('id', 'LESSER'),
    of('id', 'IN', ['1', '2']),
    of('id', 'IN', '1,2, 3'),
    of('name', 'CONTAINS', 'a, b'),
    of('name', 'EQUALS', '☃'),
    of('date', 'GREATER', '2026-05-31'),
    of('date', 'LESSER', '2026-05-31T15:45:00Z'),
    of('state', 'IN', ['A', 'B']),
    of('on', 'EQUALS', 'true'),
    of('on', 'NONE', ''),
    of('some.other', 'CONTAINS', 'x'),
    [],
    [...of('id', 'GREATER'), ...of('id', 'LESSER', '9')],
  ])('may be %j', (...filters) => {
    expect(firstIssue(qpsFiltersSchema(FIELDS), filters)).toBeUndefined();
  });

  it.each([
    [of('id', 'CONTAINS'), '0.operator: must be one of EQUALS'],
    [of('id', 'equals'), '0.operator: must be one of EQUALS'],
    [of('id', 'EQUALS', 'x'), '0.value: must be a whole number'],
    [of('id', 'EQUALS', '1,2'), '0.value: must be a whole number'],
    [of('id', 'IN', ['1', 'x']), '0.value: must be a whole number'],
    [of('id', 'IN', ['1,2']), '0.value: must not hold a comma'],
    [of('id', 'IN', []), '0.value: must name at least one value'],
    [of('id', 'EQUALS', ['1']), '0.value: must be one text'],
    [of('id', 'EQUALS', 1), '0.value: must be a text'],
    [of('id', 'EQUALS', ''), '0.value: must not be empty'],
    [of('name', 'IN', ['a']), '0.operator: must be one of CONTAINS'],
    [of('date', 'EQUALS', '05/31/2026'), '0.value: must be a date like'],
    [of('on', 'EQUALS', 'yes'), '0.value: must be true or false'],
    [of('1d', 'EQUALS'), '0.field: must be the name of a field'],
    [of('a b', 'EQUALS'), '0.field: must be the name of a field'],
    [of('name', 'EQUALS', 'a\u0007'), '0.value: must not hold control'],
    [[...of('id', 'IN'), ...of('on', 'IN')], '1.operator: must be one of'],
    ['id=1', ': must be a list of conditions'],
    [[{ ...of('id', 'IN')[0], more: 1 }], '0: '],
  ])('must not be %j', (filters, message) => {
    expect(firstIssue(qpsFiltersSchema(FIELDS), filters)).toContain(message);
  });
});

describe('conditions of a change', () => {
  it.each([
    of('id', 'EQUALS'),
    of('id', 'IN', ['1', '2']),
    of('name', 'CONTAINS', 'test'),
    of('date', 'LESSER', '2026-05-31'),
  ])('may be %j', (...filters) => {
    expect(firstIssue(qpsUpdateFiltersSchema(FIELDS), filters)).toBeUndefined();
  });

  it.each([
    [[], 'must hold at least one condition'],
    [of('id', 'NOT EQUALS'), '0.operator: must be one of EQUALS'],
    [of('other', 'NOT EQUALS'), '0.operator: must be one of EQUALS'],
    [of('on', 'NONE', ''), '0.operator: must be one of EQUALS'],
    [of('id', 'LIKE'), '0.operator: must be one of EQUALS'],
    [[...of('id', 'EQUALS'), ...of('id', 'NOT EQUALS')], '1.operator'],
    [undefined, 'must be a list of conditions'],
    [{}, 'must be a list of conditions'],
  ])('must not be %j', (filters, message) => {
    expect(firstIssue(qpsUpdateFiltersSchema(FIELDS), filters)).toContain(
      message,
    );
  });
});

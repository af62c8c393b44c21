import { cloudFormationTemplateRequestSchema, connectorIdsSchema } from '.';
import { complaints } from './__testUtils__/settings';

const id = (number: number) =>
  `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;
const ids = (count: number) => Array.from({ length: count }, (_, i) => id(i));

describe('the ids of connectors', () => {
  it('are one or many, each once', () => {
    expect(connectorIdsSchema.parse(id(1))).toEqual([id(1)]);
    expect(connectorIdsSchema.parse([id(2), id(1), id(2)])).toEqual([
      id(2),
      id(1),
    ]);
    expect(connectorIdsSchema.parse(ids(100))).toHaveLength(100);
  });

  it.each([
    [[], ': must name at least one connector'],
    [ids(101), ': must name at most 100 connectors'],
    [[id(1), '../groups'], '1: must be the id of a connector: a UUID'],
    [[id(1), 7], '1: must be the id of a connector'],
    ['', '0: must be the id of a connector'],
    [undefined, ': must be the ids of connectors'],
    [{ length: 1 }, ': must be the ids of connectors'],
  ])('are refused by place (%#)', (value, complaint) => {
    expect(complaints(connectorIdsSchema, value)).toEqual([
      expect.stringContaining(complaint),
    ]);
  });
});

describe('the request of a CloudFormation template', () => {
  const externalId = 'USPOD01-4765-9011278609223';

  it('is an external ID, and a partition where it is not the usual one', () => {
    const request = { externalId, partition: 'aws-cn' };
    expect(cloudFormationTemplateRequestSchema.parse(request)).toEqual(request);
    expect(cloudFormationTemplateRequestSchema.parse({ externalId })).toEqual({
      externalId,
    });
  });

  it.each([
    [{ externalId: 'US1-1-2' }, /^externalId: must have 5 to 13/],
    [{}, /^externalId: must be the external ID/],
    [
      { externalId, partition: 'mars' },
      /^partition: must be a partition of AWS/,
    ],
    [{ externalId, govCloud: true }, /^govCloud: is no setting/],
  ])('%j is refused', (request, complaint) => {
    expect(complaints(cloudFormationTemplateRequestSchema, request)).toEqual([
      expect.stringMatching(complaint),
    ]);
  });
});

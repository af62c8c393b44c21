import fc from 'fast-check';
import { integrationIdSchema, qualysBooleanSchema, readS3ExternalId } from '.';

describe('a boolean of Qualys', () => {
  it.each([true, 1, 'true', '1', 'TRUE', ' True '])('is true: %j', value => {
    expect(qualysBooleanSchema.parse(value)).toBe(true);
  });

  it.each([false, 0, 'false', '0', 'False'])('is false: %j', value => {
    expect(qualysBooleanSchema.parse(value)).toBe(false);
  });

  it.each([undefined, null, '', 'yes', 'no', 2, -1, NaN, [], {}])(
    'is never guessed from %j',
    value => {
      expect(() => qualysBooleanSchema.parse(value)).toThrow(/true or false/);
    },
  );
});

describe('the id of an integration', () => {
  it.each([
    ['49', '49'],
    [49, '49'],
    [' 7 ', '7'],
    ['9223372036854775807', '9223372036854775807'],
  ])('%j is read', (id, read) => {
    expect(integrationIdSchema.parse(id)).toBe(read);
  });

  it.each(['', '0', 0, -1, 1.5, '1.5', '07', '7/../8', 'abc', '9'.repeat(20)])(
    '%j is refused',
    id => {
      expect(integrationIdSchema.safeParse(id).success).toBe(false);
    },
  );
});

describe('the external ID of an S3 integration', () => {
  it('loses no more than the space that the document shows in it', () => {
    const raw = 'US_POD_1-1- 1a2b3c4d-0000-1111-222222-3333333333333';
    expect(readS3ExternalId(raw)).toEqual({
      raw,
      normalised: 'US_POD_1-1-1a2b3c4d-0000-1111-222222-3333333333333',
    });
  });

  it('is kept as it came, and normalised to what has no space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { raw, normalised } = readS3ExternalId(text);
        expect(raw).toBe(text);
        expect(normalised).not.toMatch(/\s/);
        expect(readS3ExternalId(normalised).normalised).toBe(normalised);
        expect(normalised).toBe(text.split(/\s/).join(''));
      }),
      { numRuns: 10_000 },
    );
  });
});

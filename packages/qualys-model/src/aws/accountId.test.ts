import fc from 'fast-check';
import {
  awsAccountIdOfArn,
  awsAccountIdSchema,
  isAwsAccountId,
  padAwsAccountId,
} from './accountId';

describe('AWS account ids', () => {
  it('are exactly twelve digits', () => {
    expect(isAwsAccountId('012345678901')).toBe(true);
    expect(isAwsAccountId('12345678901')).toBe(false);
    expect(isAwsAccountId('1234567890123')).toBe(false);
    expect(isAwsAccountId('12345678901a')).toBe(false);
    expect(isAwsAccountId('012345678901\n')).toBe(false);
  });

  it('say what is wrong with anything else', () => {
    expect(awsAccountIdSchema.parse('012345678901')).toBe('012345678901');
    expect(() => awsAccountIdSchema.parse('12345')).toThrow(/12 digits/);
  });

  it('get back the zeros that a JSON number lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), account => {
        const padded = padAwsAccountId(account);
        expect(isAwsAccountId(padded)).toBe(true);
        expect(Number(padded)).toBe(account);
        expect(padAwsAccountId(String(account))).toBe(padded);
      }),
    );
  });

  it('stay as they are where they are not digits', () => {
    expect(padAwsAccountId(' XXXXXXXXXXXX ')).toBe('XXXXXXXXXXXX');
    expect(padAwsAccountId('')).toBe('');
    expect(padAwsAccountId('1234567890123')).toBe('1234567890123');
  });
});

describe('awsAccountIdOfArn', () => {
  it.each([
    ['arn:aws:iam::123456789012:role/qualys', '123456789012'],
    ['arn:aws-us-gov:iam::012345678901:role/path/qualys', '012345678901'],
    ['arn:aws-cn:s3:cn-north-1:123456789012:accesspoint/x', '123456789012'],
    ['arn:aws:s3:::bucket', undefined],
    ['arn:aws:iam::XXXXXXXXXXXX:role/qualys', undefined],
    ['arn:aws:iam::1234567890123:role/qualys', undefined],
    ['123456789012', undefined],
  ])('reads %s', (arn, account) => {
    expect(awsAccountIdOfArn(arn)).toBe(account);
  });
});

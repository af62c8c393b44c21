import fc from 'fast-check';
import {
  accessPointArnSchema,
  AWS_PARTITIONS,
  parseAccessPointArn,
  parseRoleArn,
  roleArnSchema,
} from '.';

const RUNS = { numRuns: 10_000 };

const characters = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const partitions = fc.constantFrom(...AWS_PARTITIONS);
const accounts = characters('0123456789', 12, 12);

const REGIONS = {
  aws: 'eu-west-2',
  'aws-cn': 'cn-north-1',
  'aws-us-gov': 'us-gov-west-1',
};

describe('the ARN of a role', () => {
  it.each([
    [
      'arn:aws:iam::123456789012:role/qualys',
      { partition: 'aws', account: '123456789012', path: '/', name: 'qualys' },
    ],
    [
      'arn:aws-us-gov:iam::012345678901:role/security/scan/Qualys_1+=,.@-',
      {
        partition: 'aws-us-gov',
        account: '012345678901',
        path: '/security/scan/',
        name: 'Qualys_1+=,.@-',
      },
    ],
    [
      'arn:aws-cn:iam::123456789012:role/a:b/qualys',
      {
        partition: 'aws-cn',
        account: '123456789012',
        path: '/a:b/',
        name: 'qualys',
      },
    ],
  ])('%s is read into its parts', (arn, parts) => {
    expect(parseRoleArn(arn)).toEqual(parts);
    expect(roleArnSchema().parse(arn)).toBe(arn);
  });

  it.each([
    ['', /the ARN of an IAM role, for example/],
    ['qualys', /the ARN of an IAM role, for example/],
    ['arn:aws:iam::123456789012', /the ARN of an IAM role, for example/],
    ['arn:aws:iam::123456789012:user/qualys', /the ARN of an IAM role/],
    ['arn:aws:iam::123456789012:role', /the ARN of an IAM role/],
    ['arn:aws:sts::123456789012:role/qualys', /the ARN of an IAM role/],
    ['arn:aws:iam:eu-west-2:123456789012:role/qualys', /of an IAM role/],
    [' arn:aws:iam::123456789012:role/qualys', /the ARN of an IAM role/],
    ['arn:aws-iso:iam::123456789012:role/qualys', /aws, aws-cn, aws-us-gov/],
    ['arn:AWS:iam::123456789012:role/qualys', /aws, aws-cn, aws-us-gov/],
    ['arn:aws:iam::12345678911:role/qualys', /12 digits/],
    ['arn:aws:iam::XXXXXXXXXXXX:role/CloudViewTest', /12 digits/],
    ['arn:aws:iam:::12345678911/role:testrole', /12 digits/],
    ['arn:aws:iam::123456789012:role/', /name of a role/],
    ['arn:aws:iam::123456789012:role/path/', /name of a role/],
    ['arn:aws:iam::123456789012:role/Sample CV_role', /without spaces/],
    ['arn:aws:iam::123456789012:role/qualys\n', /name of a role/],
    [`arn:aws:iam::123456789012:role/${'n'.repeat(65)}`, /1 to 64/],
    ['arn:aws:iam::123456789012:role//qualys', /role path/],
    ['arn:aws:iam::123456789012:role/a b/qualys', /role path/],
    [`arn:aws:iam::123456789012:role/${'p'.repeat(511)}/q`, /at most 512/],
    [`arn:aws:iam::123456789012:role/${'p/'.repeat(2000)}q`, /of an IAM role/],
  ])('is not %j, and the message says what would be right', (arn, problem) => {
    expect(parseRoleArn(arn)).toBeUndefined();
    expect(() => roleArnSchema().parse(arn)).toThrow(problem);
  });

  it('may be odd by a named option alone', () => {
    const odd = roleArnSchema({ allowNonStandardArn: true });
    for (const arn of [
      'arn:aws:iam:::12345678911/role:testrole',
      'arn:aws:iam::XXXXXXXXXXXX:role/Sample CV_role',
      'arn:aws:iam::123456789012:role/qualys',
    ]) {
      expect(odd.parse(arn)).toBe(arn);
    }
    expect(() =>
      roleArnSchema({ allowNonStandardArn: false }).parse(
        'arn:aws:iam:::12345678911/role:testrole',
      ),
    ).toThrow(/12 digits/);
  });

  it.each(['', 'qualys', 'arn:', 'arn:aws\r\nX-Header: 1', 'arn:\u0000'])(
    'is not %j even then',
    arn => {
      expect(() =>
        roleArnSchema({ allowNonStandardArn: true }).parse(arn),
      ).toThrow(/must begin with arn:/);
    },
  );

  it('has a bounded length even then', () => {
    expect(() =>
      roleArnSchema({ allowNonStandardArn: true }).parse(
        `arn:${'x'.repeat(2045)}`,
      ),
    ).toThrow(/at most 2048/);
  });

  it('is put together again from its parts', () => {
    const names = characters('abcXYZ019_+=,.@-', 1, 64);
    const paths = fc
      .array(characters('abcXYZ019_+=,.@-:!~', 1, 12), { maxLength: 4 })
      .map(segments => ['', ...segments, ''].join('/'))
      .map(path => (path === '//' ? '/' : path));
    fc.assert(
      fc.property(
        partitions,
        accounts,
        paths,
        names,
        (partition, account, path, name) => {
          const arn = `arn:${partition}:iam::${account}:role${path}${name}`;
          expect(parseRoleArn(arn)).toEqual({ partition, account, path, name });
          expect(roleArnSchema().safeParse(arn).success).toBe(true);
        },
      ),
      RUNS,
    );
  });
});

describe('the ARN of an S3 access point', () => {
  it.each([
    [
      'arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys',
      {
        partition: 'aws',
        region: 'eu-west-2',
        account: '123456789012',
        name: 'qualys',
      },
    ],
    [
      'arn:aws-us-gov:s3:us-gov-west-1:012345678901:accesspoint/a-1',
      {
        partition: 'aws-us-gov',
        region: 'us-gov-west-1',
        account: '012345678901',
        name: 'a-1',
      },
    ],
  ])('%s is read into its parts', (arn, parts) => {
    expect(parseAccessPointArn(arn)).toEqual(parts);
    expect(accessPointArnSchema().parse(arn)).toBe(arn);
  });

  it.each([
    ['null', /the ARN of an S3 access point, for example/],
    ['arn:aws:s3:::bucket', /12 digits/],
    ['arn:aws:s3:eu-west-2:123456789012:bucket/qualys', /S3 access point/],
    ['arn:aws:sns:eu-west-2:123456789012:accesspoint/q', /S3 access point/],
    ['arn:aws:s3:eu-west-2:12345678901:accesspoint/qualys', /12 digits/],
    ['arn:aws-b:s3:eu-west-2:123456789012:accesspoint/q', /aws, aws-cn/],
    ['arn:aws:s3::123456789012:accesspoint/mfzwi23.mrap', /region of the/],
    ['arn:aws:s3:cn-north-1:123456789012:accesspoint/qualys', /partition aws /],
    ['arn:aws-cn:s3:eu-west-2:123456789012:accesspoint/qualys', /aws-cn /],
    ['arn:aws:s3:us-iso-east-1:123456789012:accesspoint/qualys', /region of/],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/qu', /3 to 50/],
    [
      `arn:aws:s3:eu-west-2:123456789012:accesspoint/${'q'.repeat(51)}`,
      /3 to 50/,
    ],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/-qualys', /hyphen/],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/qualys-', /hyphen/],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/Qualys', /lower-case/],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/qual.ys', /lower-case/],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/*', /3 to 50/],
    [
      'arn:aws:s3:eu-west-2:123456789012:accesspoint/qua/object/x',
      /lower-case/,
    ],
    ['arn:aws:s3:eu-west-2:123456789012:accesspoint/q-s3alias', /-s3alias/],
  ])('is not %j, and the message says what would be right', (arn, problem) => {
    expect(parseAccessPointArn(arn)).toBeUndefined();
    expect(() => accessPointArnSchema().parse(arn)).toThrow(problem);
  });

  it('may be odd by a named option alone', () => {
    const arn = 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap';
    expect(accessPointArnSchema({ allowNonStandardArn: true }).parse(arn)).toBe(
      arn,
    );
  });

  it('is put together again from its parts', () => {
    const names = fc
      .tuple(
        characters('abz059', 1, 1),
        characters('abz059-', 1, 48),
        characters('abz059', 1, 1),
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(partitions, accounts, names, (partition, account, name) => {
        const region = REGIONS[partition];
        const arn = `arn:${partition}:s3:${region}:${account}:accesspoint/${name}`;
        expect(parseAccessPointArn(arn)).toEqual({
          partition,
          region,
          account,
          name,
        });
      }),
      RUNS,
    );
  });
});

describe('any other text', () => {
  it('is never an ARN, and never hangs', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'arn:ws3/i -'), maxLength: 80 }),
        text => {
          expect(parseRoleArn(text)).toBeUndefined();
          expect(parseAccessPointArn(text)).toBeUndefined();
          expect(roleArnSchema().safeParse(text).success).toBe(false);
        },
      ),
      RUNS,
    );
    expect(parseRoleArn('arn:aws:'.repeat(125_000))).toBeUndefined();
    expect(parseAccessPointArn(':'.repeat(1_000_000))).toBeUndefined();
  });
});

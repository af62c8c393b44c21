import fc from 'fast-check';
import { z } from 'zod';
import {
  AWS_PARTITIONS,
  awsPartitionFlags,
  awsPartitionOfFlags,
  awsPartitionOfRegion,
  awsPartitionSchema,
  awsRegionSchema,
  inOnePartition,
  isAwsPartition,
  isAwsRegion,
} from '.';

describe('AWS partitions', () => {
  it('are the three that Qualys connects to', () => {
    expect(isAwsPartition('aws-us-gov')).toBe(true);
    expect(isAwsPartition('aws-iso')).toBe(false);
    expect(isAwsPartition('AWS')).toBe(false);
    expect(isAwsPartition('')).toBe(false);
    expect(() => awsPartitionSchema.parse('aws-gov')).toThrow(
      /aws, aws-cn, aws-us-gov/,
    );
  });

  it.each([
    ['aws', { govCloud: false, chinaRegion: false }],
    ['aws-cn', { govCloud: false, chinaRegion: true }],
    ['aws-us-gov', { govCloud: true, chinaRegion: false }],
  ] as const)('%s has flags of its own', (partition, flags) => {
    expect(awsPartitionFlags(partition)).toEqual(flags);
    expect(awsPartitionOfFlags(flags)).toBe(partition);
  });

  it('are not told by two flags at once', () => {
    expect(
      awsPartitionOfFlags({ govCloud: true, chinaRegion: true }),
    ).toBeUndefined();
  });
});

describe('AWS regions', () => {
  it.each([
    ['eu-west-2', 'aws'],
    ['us-east-1', 'aws'],
    ['ap-southeast-7', 'aws'],
    ['il-central-1', 'aws'],
    ['mx-central-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn'],
    ['cn-northwest-1', 'aws-cn'],
    ['us-iso-east-1', undefined],
    ['us-isob-east-1', undefined],
    ['eu-isoe-west-1', undefined],
    ['eusc-de-east-1', undefined],
  ])('%s belongs to the partition %s', (region, partition) => {
    expect(isAwsRegion(region)).toBe(true);
    expect(awsRegionSchema.parse(region)).toBe(region);
    expect(awsPartitionOfRegion(region)).toBe(partition);
  });

  it.each([
    '',
    'global',
    'aws-global',
    'EU-West-2',
    'eu-west',
    'eu-west-2a',
    'eu-west-0',
    'eu-west-02',
    'us-west-2-lax-1',
    'eu_west_2',
    ' eu-west-2',
    'eu-west-2\n',
    'us-gov-1-west',
  ])('%j is none', region => {
    expect(isAwsRegion(region)).toBe(false);
    expect(awsPartitionOfRegion(region)).toBeUndefined();
    expect(() => awsRegionSchema.parse(region)).toThrow(
      /for example eu-west-2/,
    );
  });

  it('are told from others in any length of text', () => {
    const hostile = `eu${'-west'.repeat(200_000)}`;
    expect(awsPartitionOfRegion(hostile)).toBeUndefined();
  });

  it('belong to a partition only where they have the form', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'cngovuse-12'), maxLength: 16 }),
        text => {
          const partition = awsPartitionOfRegion(text);
          expect(partition === undefined || isAwsRegion(text)).toBe(true);
          expect([undefined, ...AWS_PARTITIONS]).toContain(partition);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('the flags of a connector that is written', () => {
  const settings = z.object({
    govCloud: z.boolean().optional(),
    chinaRegion: z.boolean().optional(),
  });
  const both = { govCloud: true, chinaRegion: true };

  it.each([
    {},
    { govCloud: true },
    { chinaRegion: true },
    { govCloud: true, chinaRegion: false },
    { govCloud: false, chinaRegion: true },
    { govCloud: false, chinaRegion: false },
  ])('may be %j', flags => {
    expect(settings.check(inOnePartition()).parse(flags)).toEqual(flags);
  });

  it('name one partition, unless the rule is lifted', () => {
    expect(
      settings.check(inOnePartition()).safeParse(both).error?.issues,
    ).toMatchObject([
      {
        path: ['chinaRegion'],
        message: expect.stringMatching(/must be false where govCloud is true/),
      },
    ]);
    expect(
      settings.check(inOnePartition({ allowGovAndChina: true })).parse(both),
    ).toEqual(both);
  });
});

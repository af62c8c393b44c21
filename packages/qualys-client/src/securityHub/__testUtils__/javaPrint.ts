import type { SecurityHubReadRow } from 'qualys-model';
import fc from 'fast-check';

/** What Qualys prints of an integration. */
export interface Printed {
  id: string;
  name: string;
  customerId: string;
  rows: SecurityHubReadRow[];
}

/** Where Java prints a comma, a bracket or nothing, what a print may hold. */
export interface Damage {
  /** What stands behind each comma. */
  afterComma: string;
  /** What stands between two accounts. */
  betweenRows: string;
  /** How many braces are missing at the end. */
  missingBraces: number;
}

/** What Java prints. */
export const UNDAMAGED: Damage = {
  afterComma: ' ',
  betweenRows: ', ',
  missingBraces: 0,
};

/** An integration as `toString` of Java's maps prints it, and as the documents show it. */
export function javaPrint(
  { id, name, customerId, rows }: Printed,
  form: 'bare' | 'wrapped',
  { afterComma, betweenRows, missingBraces }: Damage = UNDAMAGED,
): string {
  const list = (items: string[]) => `[${items.join(`,${afterComma}`)}]`;
  const map = (members: Record<string, string>) =>
    `{${Object.entries(members)
      .map(([key, value]) => `${key}=${value}`)
      .join(`,${afterComma}`)}}`;
  const bare = map({
    name,
    integrationId: id,
    customerId,
    vmConfigs: `[${rows
      .map(({ awsAccount, minSeverity, baseCategory, regions, others }) =>
        map({
          awsAccountId: awsAccount,
          severity: String(minSeverity),
          category: baseCategory,
          regions: list(regions),
          ...(others as Record<string, string> | undefined),
        }),
      )
      .join(betweenRows)}]`,
  });
  const whole = form === 'wrapped' ? `{VM=${bare}}` : bare;
  return whole.slice(0, whole.length - missingBraces);
}

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'123456789'), minLength, maxLength });

/** Rows of any accounts, with members that nothing here knows. */
export const anyRows = fc.array(
  fc
    .tuple(
      fc.record({
        awsAccount: digits(12, 12),
        minSeverity: fc.integer({ min: 0, max: 9 }),
        baseCategory: fc.constantFrom('Potential', 'Confirmed', 'Some thing'),
        regions: fc.array(fc.constantFrom('eu-west-2', 'us-gov-west-1'), {
          maxLength: 3,
        }),
      }),
      fc.option(fc.constant({ others: { owner: 'team a', __proto: '' } }), {
        nil: undefined,
      }),
    )
    .map(([row, others]): SecurityHubReadRow => ({ ...row, ...others })),
  { maxLength: 4 },
);

const FRAGMENTS = [
  ...[',', '=', '{', '}', '[', ']', ' ', '\n', '"', 'a', 'null', 'VM='],
  ...[', integrationId=', ', integrationId=7', ', customerId=1', 'name='],
  ...[', vmConfigs=[]', ', vmConfigs=[{', '}]}}', '{VM={name=', '}, {name=x'],
  ...[', integrationId=1, customerId=2, vmConfigs=[]', '}, {name=', '}, PC={'],
  ...['severity=1', ', x={y=1', 'regions=[', ', owner=[a, b]'],
];

/** Names of every kind, most of them made of what structures are made of. */
export const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.constantFrom(...FRAGMENTS), { maxLength: 8 })
    .map(parts => parts.join('')),
);

/** Integrations of every kind. */
export const anyPrinted = fc.record({
  id: digits(1, 12),
  name: anyName,
  customerId: digits(1, 9),
  rows: anyRows,
});

/** The damage that the documents show. */
export const anyDamage: fc.Arbitrary<Damage> = fc.record({
  afterComma: fc.constantFrom(' ', '', '\n', ' \r\n\t'),
  betweenRows: fc.constantFrom(', ', ',\n', '\n', '', '  '),
  missingBraces: fc.constantFrom(0, 1, 2),
});

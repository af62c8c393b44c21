import fc from 'fast-check';
import { CANARY, hostileText, junk, noText, unknownFields } from './texts';

/** A record, and what is known of it by the way it was made. */
export interface MadeRecord {
  /** As it stands in the answer. */
  wire: unknown;
  /** Whether it has all that it cannot be without, in a size that can be kept. */
  valid: boolean;
  /** Its id, where that can be read. */
  id?: string;
}

/** Makes the record with a number of its own. */
export type Maker = (number: number) => MadeRecord;

// What a connector can be kept with, and no more.
const LONGEST_KEY = 255;
const TOO_LONG = 'x'.repeat(25_000);

// Of most, both feeds say the same account, so that they are joined.
const accountMaker: fc.Arbitrary<(number: number) => string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constant((number: number) =>
      String(number).padStart(12, '0'),
    ),
  },
  {
    weight: 1,
    arbitrary: hostileText.map(text => () => text.slice(0, LONGEST_KEY)),
  },
);

/** An account in the words of each cloud and each feed. */
const accountIn = (account: string) => ({
  awsAccountId: account,
  subscriptionId: account,
  projectId: account,
  authRecord: { subscriptionId: account, projectId: account },
});

/** An id as CloudView has them. */
export function connectorId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

// Beside those that Qualys has, some that no address and no annotation can hold.
const idMaker = fc.oneof(
  { weight: 60, arbitrary: fc.constant(connectorId) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      (number: number) => `a b ${number}`,
      (number: number) => `\u202e${number}`,
      (number: number) => `коннектор-${number}`,
      (number: number) => `line\n${number}`,
    ),
  },
);

const cloudViewSettings = fc.record(
  {
    description: hostileText,
    error: hostileText,
    arn: hostileText,
    externalId: fc.oneof(hostileText, fc.nat()),
    isDisabled: fc.constantFrom(true, false, 'true', 'false', null),
    groups: fc.array(fc.record({ uuid: hostileText, name: hostileText }), {
      maxLength: 2,
    }),
    pollingFrequency: fc.record({ hours: fc.nat(), minutes: fc.nat() }),
    totalAssets: junk,
    lastSyncedOn: junk,
    accountAlias: junk,
  },
  { requiredKeys: [] },
);

const validOfCloudView: fc.Arbitrary<Maker> = fc
  .tuple(
    cloudViewSettings,
    unknownFields,
    fc.tuple(hostileText, hostileText),
    idMaker,
    accountMaker,
  )
  .map(([settings, extra, [name, state], idOf, accountOf]) => number => {
    const id = idOf(number);
    const account = accountIn(accountOf(number));
    return {
      wire: { ...extra, ...settings, ...account, connectorId: id, name, state },
      valid: true,
      id,
    };
  });

interface Flaw {
  flaw: (id: string) => object;
  idStays: boolean;
}
const always = (flaw: object, idStays: boolean): Flaw => ({
  flaw: () => flaw,
  idStays,
});

const flawOfCloudView: fc.Arbitrary<Flaw> = fc.oneof(
  fc
    .oneof(noText, fc.constantFrom('', '  ', '\n'))
    .map(id => always({ connectorId: id }, false)),
  noText.map(name => always({ name }, true)),
  noText.map(state => always({ state }, true)),
  fc
    .constantFrom<object>(
      { groups: [CANARY] },
      { pollingFrequency: { hours: CANARY } },
      { isDisabled: CANARY },
      { error: { [CANARY]: true } },
    )
    .map(setting => always(setting, true)),
  fc.constant<Flaw>({
    flaw: id => ({ connectorId: id + TOO_LONG }),
    idStays: true,
  }),
);

const assetManagementSettings = fc.record(
  {
    description: junk,
    connectorState: junk,
    disabled: junk,
    lastError: junk,
    lastSync: junk,
    runFrequency: junk,
    activation: junk,
    endpoints: junk,
    connectorAppInfos: junk,
    arn: junk,
    defaultTags: fc.record({
      list: fc.array(
        fc.record({
          TagSimple: fc.record({ id: fc.nat(), name: hostileText }),
        }),
        { maxLength: 3 },
      ),
    }),
  },
  { requiredKeys: [] },
);

// Of most, CloudView knows the one with the same number.
const uuidMaker = fc.oneof(
  { weight: 5, arbitrary: fc.constant<(n: number) => unknown>(connectorId) },
  { weight: 1, arbitrary: junk.map(uuid => () => uuid) },
);

const validOfAssetManagement: fc.Arbitrary<Maker> = fc
  .tuple(
    assetManagementSettings,
    unknownFields,
    hostileText,
    uuidMaker,
    accountMaker,
  )
  .map(([settings, extra, text, uuidOf, accountOf]) => number => ({
    wire: {
      ...extra,
      ...settings,
      ...accountIn(accountOf(number)),
      cloudviewUuid: uuidOf(number),
      id: number,
      name: `n${text}`,
    },
    valid: true,
    id: String(number),
  }));

const flawOfAssetManagement: fc.Arbitrary<Flaw> = fc.oneof(
  noText.filter(id => id !== true).map(id => always({ id }, false)),
  noText.filter(name => name !== true).map(name => always({ name }, true)),
  fc
    .constantFrom<object>(
      { defaultTags: { list: [{ TagSimple: { name: CANARY } }] } },
      { connectorScanConfig: { ConnectorScanConfiguration: CANARY } },
      { connectorScanSetting: CANARY },
      accountIn(TOO_LONG),
    )
    .map(setting => always(setting, true)),
);

function brokenOf(
  valid: fc.Arbitrary<Maker>,
  flaws: fc.Arbitrary<Flaw>,
  nameless: boolean,
): fc.Arbitrary<Maker> {
  const withId = fc
    .tuple(
      valid,
      flaws.filter(({ idStays }) => nameless || idStays),
    )
    .map(
      ([make, { flaw, idStays }]): Maker =>
        number => {
          const { wire, id = '' } = make(number);
          return {
            wire: { ...(wire as object), canary: CANARY, ...flaw(id) },
            valid: false,
            ...(idStays && { id }),
          };
        },
    );
  if (!nameless) return withId;
  const noRecord = fc.constantFrom<unknown>(null, true, 0, CANARY, {}).map(
    (wire): Maker =>
      () => ({ wire, valid: false }),
  );
  return fc.oneof(
    { weight: 5, arbitrary: withId },
    { weight: 1, arbitrary: noRecord },
  );
}

/**
 * Records of CloudView or of Asset Management, three of four of them valid.
 *
 * @param options - `nameless`: whether there are such among the others of which
 * not even the id can be told
 */
export function recordsOf(
  feed: 'assetManagement' | 'cloudView',
  options: { seed: number; count: number; from: number; nameless: boolean },
): MadeRecord[] {
  const { seed, count, from, nameless } = options;
  const [valid, flaws] =
    feed === 'cloudView'
      ? [validOfCloudView, flawOfCloudView]
      : [validOfAssetManagement, flawOfAssetManagement];
  const maker = fc.oneof(
    { weight: 3, arbitrary: valid },
    { weight: 1, arbitrary: brokenOf(valid, flaws, nameless) },
  );
  return fc
    .sample(maker, { seed, numRuns: count })
    .map((make, nth) => make(from + nth));
}

import { z } from 'zod';

// Every schema here lets unknown fields pass. A field that is not essential
// may be missing or null.

const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullish().transform(value => value || undefined);
const essentialText = text.refine(value => value.trim() !== '');

const yes = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .nullish()
  .transform(value =>
    value === null || value === undefined
      ? undefined
      : String(value) === 'true',
  );

const count = z
  .union([z.number(), z.string().regex(/^\d+$/)])
  .nullish()
  .transform(value =>
    value === null || value === undefined ? undefined : Number(value),
  );

// What Qualys found out, where nothing is changed or told apart by it: one that
// is of another kind than documented is nothing. A connector whose settings,
// account, groups, state or error are of another kind cannot be read: to take
// those for absent would be to write back others, or to show what does not hold.
const finding = <S extends z.ZodType>(schema: S) =>
  schema.optional().catch(undefined);

const common = {
  connectorId: essentialText,
  name: text,
  state: text,
  description: optionalText,
  totalAssets: finding(count),
  lastSyncedOn: finding(optionalText),
  nextSyncedOn: finding(optionalText),
  remediationEnabled: yes,
  isDisabled: yes,
  groups: z
    .array(z.looseObject({ name: optionalText, uuid: optionalText }))
    .nullish(),
  pollingFrequency: z.looseObject({ hours: count, minutes: count }).nullish(),
  error: optionalText,
};

/** The id of a connector of CloudView, whatever else it holds. */
export const connectorIdWire = z.looseObject({ connectorId: essentialText });

/** `AwsConnectorResponse` of CloudView v1. */
export const awsConnectorWire = z.looseObject({
  ...common,
  awsAccountId: optionalText,
  accountAlias: finding(optionalText),
  baseAccountId: finding(optionalText),
  arn: optionalText,
  externalId: optionalText,
  isGovCloud: yes,
  isChinaRegion: yes,
  isPortalConnector: yes,
  portalConnectorUuid: optionalText,
});

/** `AzureConnectorResponse` of CloudView v1. */
export const azureConnectorWire = z.looseObject({
  ...common,
  applicationId: optionalText,
  directoryId: optionalText,
  subscriptionId: optionalText,
  subscriptionName: finding(optionalText),
  isGovCloud: yes,
});

/** `GcpConnectorResponse` of CloudView v1. */
export const gcpConnectorWire = z.looseObject({
  ...common,
  projectId: optionalText,
});

/** What the connectors of all clouds have in common on the wire. */
export type CommonWire = Pick<
  z.infer<typeof gcpConnectorWire>,
  keyof typeof common
>;

/**
 * `AwsConnectorErrorResponse` of CloudView v1 and its siblings. `occuredOn` is
 * Qualys' spelling; Azure names a `location` where the others name a `region`.
 */
export const connectorErrorWire = z.looseObject({
  error: essentialText,
  occuredOn: optionalText,
  occurredOn: optionalText,
  region: optionalText,
  location: optionalText,
});

/**
 * The answer of `awsBaseAccountId`. Qualys documents an object whose values are
 * texts; the names and the flags (`"false"`) are as the public client qualysdk
 * shows them.
 */
export const awsBaseAccountWire = z.looseObject({
  globalAccountId: optionalText,
  govAccountId: optionalText,
  chinaAccountId: optionalText,
  customerGlobalAccount: yes,
  customerGovAccount: yes,
  customerChinaAccount: yes,
});

const whole = count.refine(
  value => value === undefined || (Number.isSafeInteger(value) && value >= 0),
);

/** The parts of Spring's `PageImpl` that say where a page stands. */
export const pageWire = z.looseObject({
  content: z.array(z.unknown()),
  number: whole,
  size: whole,
  totalElements: whole,
  totalPages: whole,
  last: yes,
});

import { z } from 'zod';
import { qpsIdSchema } from '../qps/id';
import { qpsReferencesChangeSchema } from '../qps/references';
import { qpsTextSchema } from '../qps/text';

/**
 * One DNS override record, by its id or its name. The id counts where both are
 * given. Its message says what would be right.
 *
 * Source: Qualys WAS API 3.0, Set a Default DNS Override,
 * `config.defaultDnsOverride.id` and `.name`.
 *
 * @public
 */
export const dnsOverrideChoiceSchema = z
  .strictObject({
    /** The id of the record. */
    id: qpsIdSchema.optional(),
    /** The name of the record, where its id is not known. */
    name: qpsTextSchema().optional(),
  })
  .refine(
    ({ id, name }) => id !== undefined || name !== undefined,
    'must have the id or the name of a DNS override.',
  );

/** One DNS override record, by its id or its name. @public */
export type DnsOverrideChoice = z.infer<typeof dnsOverrideChoiceSchema>;

const config = {
  /**
   * The DNS override that scans use: one of the records assigned to the web
   * app.
   */
  defaultDnsOverride: dnsOverrideChoiceSchema.optional(),
  /** The authentication record that scans use. */
  defaultAuthRecord: z
    .strictObject({
      /** The id of the record. */
      id: qpsIdSchema,
    })
    .optional(),
  /** After how many hours scans are canceled: 1 or more; not beside `cancelScansAt`. */
  cancelScansAfterNHours: z
    .number('must be a whole number of hours.')
    .int('must be a whole number of hours.')
    .min(1, 'must be 1 hour at least.')
    .max(2_147_483_647, 'must fit into 32 bits.')
    .optional(),
  /**
   * When scans are canceled; not beside `cancelScansAfterNHours`. A text whose
   * form the documents do not show.
   */
  cancelScansAt: qpsTextSchema().optional(),
};

const name = qpsTextSchema(256);
const isAddress = (text: string) =>
  /^https?:\/\//i.test(text) && URL.canParse(text);

// An address is shown and kept in many places, where no password may stand.
function hasUser(address: string): boolean {
  const { username, password } = new URL(address);
  return username !== '' || password !== '';
}

const url = qpsTextSchema(2048)
  .refine(isAddress, 'must be an address that begins with http:// or https://.')
  .refine(
    text => !isAddress(text) || !hasUser(text),
    'must be an address without a user name and a password.',
  );

const oneWayToCancel = (settings: {
  cancelScansAfterNHours?: unknown;
  cancelScansAt?: unknown;
}) =>
  settings.cancelScansAfterNHours === undefined ||
  settings.cancelScansAt === undefined;

const ONE_WAY_TO_CANCEL = {
  path: ['cancelScansAt'],
  message: 'must not stand beside cancelScansAfterNHours: give one of them.',
};

/**
 * A web app as someone asks for it. Its messages say what would be right.
 *
 * Source: Qualys WAS API 3.0, Set a Default DNS Override, "Set default DNS
 * override for a web application"; `webapp.xsd`, `WebAppConfig`. The longest
 * name and address are not documented; the limits here keep mistakes out.
 *
 * @public
 */
export const webAppSettingsSchema = z
  .strictObject({
    /** What people call it. */
    name,
    /** Where it begins: an address of http or https, without a user name and a password. */
    url,
    ...config,
    /** The tags that it gets, by their ids. */
    tags: z
      .strictObject({
        /** The ids of the tags. */
        set: z.array(qpsIdSchema),
      })
      .optional(),
  })
  .refine(oneWayToCancel, ONE_WAY_TO_CANCEL);

/** A web app as someone asks for it. @public */
export type WebAppSettings = z.infer<typeof webAppSettingsSchema>;

/**
 * Changes to a web app: only what is given changes. Its messages say what would
 * be right.
 *
 * Source: Qualys WAS API 3.0, Set a Default DNS Override, "Update default DNS
 * override record for a web application"; `webapp.xsd`, `WebAppConfig`.
 *
 * @public
 */
export const webAppChangesSchema = z
  .strictObject({
    /** What people call it. */
    name: name.optional(),
    /** Where it begins: an address of http or https, without a user name and a password. */
    url: url.optional(),
    ...config,
    /** What happens to its tags, by their ids. */
    tags: qpsReferencesChangeSchema.optional(),
  })
  .refine(oneWayToCancel, ONE_WAY_TO_CANCEL)
  .refine(
    changes => Object.values(changes).some(change => change !== undefined),
    'must change something.',
  );

/** Changes to a web app. @public */
export type WebAppChanges = z.infer<typeof webAppChangesSchema>;

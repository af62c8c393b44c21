import {
  dnsMappingSchema,
  qpsIdSchema,
  qpsReferenceSchema,
  webAppChangesSchema,
  webAppSchema,
  webAppSettingsSchema,
} from 'qualys-model';
import { z } from 'zod';
import { settingsReasonSchema } from './settings';

/** How old something is that was read from Qualys. @public */
export const readAgeSchema = z.object({
  /** When Qualys was asked (ISO 8601, UTC). */
  asOf: z.string(),
  /** Why this is an older answer, where Qualys could not be asked now. */
  staleBecause: z.string().optional(),
});

/** How old something is that was read from Qualys. @public */
export type ReadAge = z.infer<typeof readAgeSchema>;

/**
 * A web app that is bound to an entity, as Qualys told it last. What Qualys
 * does not say is missing.
 *
 * @public
 */
export const boundWebAppSchema = z.object({
  subscription: z.string(),
  /**
   * The state that a change of its settings is made from; the `ETag` of the
   * answer is the same. Scans that come and go leave it as it is.
   */
  version: z.string(),
  ...webAppSchema.omit({ tags: true }).shape,
  ...readAgeSchema.shape,
});

/** A web app that is bound to an entity. @public */
export type BoundWebApp = z.infer<typeof boundWebAppSchema>;

const { name, cancelScansAfterNHours, cancelScansAt } =
  webAppChangesSchema.shape;

/**
 * Changes of the settings of a web app that its team may make: only what is
 * given changes. The rules are those of `webAppChangesSchema` of qualys-model.
 *
 * @public
 */
export const webAppUpdateSettingsSchema = z
  .strictObject({
    name,
    /** One of the DNS overrides that are assigned to the web app. */
    defaultDnsOverride: z.strictObject({ id: qpsIdSchema }).optional(),
    cancelScansAfterNHours,
    cancelScansAt,
  })
  .transform((settings): z.input<typeof webAppChangesSchema> => settings)
  .pipe(webAppChangesSchema);

/**
 * The body of `PATCH …/web-apps/:s/:id`.
 *
 * @public
 */
export const webAppUpdateSchema = z.strictObject({
  settings: webAppUpdateSettingsSchema,
  /** Why; needed where the change is a weakening. */
  reason: settingsReasonSchema.optional(),
});

/** The body of a change of a web app, as it comes. @public */
export type WebAppUpdateInput = z.input<typeof webAppUpdateSchema>;

/**
 * The query of routes that read from Qualys.
 *
 * @public
 */
export const freshQuerySchema = z.strictObject({
  /**
   * Whether Qualys is asked now, as forms need it: what is given is a few
   * seconds old at most. It takes a permission to change something.
   */
  fresh: z.stringbool().default(false),
});

/**
 * What the forms of a web app can choose from. A list that is missing is not
 * known: Qualys does not say what is assigned to the web app.
 *
 * @public
 */
export const webAppChoicesSchema = z.object({
  /** The DNS overrides that are assigned to it, with the addresses that they lead to where Qualys says. */
  dnsOverrides: z
    .array(
      qpsReferenceSchema.extend({
        mappings: z.array(dnsMappingSchema).optional(),
      }),
    )
    .optional(),
  /** The authentication records that are assigned to it. */
  authRecords: z.array(qpsReferenceSchema).optional(),
  /**
   * The option profiles that its last scans used. There may be others: no call
   * that lists those of Web Application Scanning is known, so that any other is
   * named by its id.
   */
  profiles: z.array(qpsReferenceSchema).optional(),
  ...readAgeSchema.shape,
});

/** What the forms of a web app can choose from. @public */
export type WebAppChoices = z.infer<typeof webAppChoicesSchema>;

const { url } = webAppSettingsSchema.shape;

/**
 * The settings of a web app that is to be created. The rules are those of
 * `webAppSettingsSchema` of qualys-model.
 *
 * @public
 */
export const webAppCreateSettingsSchema = z
  .strictObject({
    name: webAppSettingsSchema.shape.name,
    /** The address at which its scans begin. */
    url,
    /** The DNS override that its scans use. */
    defaultDnsOverride: z.strictObject({ id: qpsIdSchema }).optional(),
    cancelScansAfterNHours,
    cancelScansAt,
  })
  .transform((settings): z.input<typeof webAppSettingsSchema> => settings)
  .pipe(webAppSettingsSchema);

/**
 * The body of `POST /web-apps/:s`.
 *
 * @public
 */
export const webAppCreateSchema = z.strictObject({
  /** The entity that it is bound to, for example `component:default/checkout`. */
  entityRef: z
    .string()
    .max(255)
    .regex(
      /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/,
      'must be the whole reference of an entity, such as component:default/checkout',
    ),
  settings: webAppCreateSettingsSchema,
});

/** The body with which a web app is created, as it comes. @public */
export type WebAppCreateInput = z.input<typeof webAppCreateSchema>;

/**
 * A web app that was created and is bound to an entity, and how whoever owns the
 * entity can name it there, too.
 *
 * @public
 */
export const createdWebAppSchema = z.object({
  webApp: boundWebAppSchema,
  /** The entity that it is bound to. */
  entityRef: z.string(),
  /** What the entity says when it names the web app, too. Its page shows it either way. */
  annotation: z.object({
    /** The name of the annotation. */
    name: z.string(),
    /** Its value: what the entity names already, and the web app. */
    value: z.string(),
  }),
});

/** A web app that was created, and what is left to do. @public */
export type CreatedWebApp = z.infer<typeof createdWebAppSchema>;

import { z } from 'zod';
import { bindingStateSchema } from './bindings';
import { mirroredConnectorSchema } from './connectors';
import { s3IntegrationSchema } from './s3';
import { claimedSecurityHubSchema } from './securityHub';
import { mirrorAgeSchema } from './status';
import { webAppScanListSchema } from './webAppScans';
import { boundWebAppSchema } from './webApps';

/**
 * A connector that an entity claims. Only an accepted claim carries the
 * connector itself; any other says where it stands, and no more.
 *
 * @public
 */
export const claimedConnectorSchema = z.object({
  subscription: z.string(),
  /** The id as the entity's annotation names it. */
  objectId: z.string(),
  state: bindingStateSchema,
  /** The connector; missing while the claim is not accepted, and when Qualys does not know it (any more). */
  connector: mirroredConnectorSchema.optional(),
});

/** A connector that an entity claims. @public */
export type ClaimedConnector = z.infer<typeof claimedConnectorSchema>;

/**
 * An S3 integration that an entity claims. Only an accepted claim carries what
 * is known of it.
 *
 * @public
 */
export const claimedS3IntegrationSchema = z.object({
  subscription: z.string(),
  /** The id as the entity's annotation names it. */
  objectId: z.string(),
  state: bindingStateSchema,
  /** What is known of it; missing while the claim is not accepted. */
  integration: s3IntegrationSchema.optional(),
});

/** An S3 integration that an entity claims. @public */
export type ClaimedS3Integration = z.infer<typeof claimedS3IntegrationSchema>;

/**
 * A web app that an entity claims. Only an accepted claim carries what is known
 * of it, and only where it is known without asking Qualys; the routes of the
 * web app tell the rest.
 *
 * @public
 */
export const claimedWebAppSchema = z.object({
  subscription: z.string(),
  /** The id as the entity's annotation names it. */
  objectId: z.string(),
  state: bindingStateSchema,
  /** The web app; missing while the claim is not accepted, and while Qualys must be asked first. */
  webApp: boundWebAppSchema.optional(),
  /** Its last scans; missing as the web app is. */
  scans: webAppScanListSchema.optional(),
});

/** A web app that an entity claims. @public */
export type ClaimedWebApp = z.infer<typeof claimedWebAppSchema>;

/**
 * A part of an annotation that cannot be understood.
 *
 * @public
 */
export const annotationProblemSchema = z.object({
  annotation: z.string(),
  /** The part as it stands there, cut off after 200 characters. */
  value: z.string(),
  /** What is wrong with it and what would be right. */
  message: z.string(),
});

/** A part of an annotation that cannot be understood. @public */
export type AnnotationProblem = z.infer<typeof annotationProblemSchema>;

/**
 * All that is bound to an entity, ready for its cards.
 *
 * @public
 */
export const entitySummarySchema = z.object({
  entityRef: z.string(),
  connectors: z.array(claimedConnectorSchema),
  s3Integrations: z.array(claimedS3IntegrationSchema),
  webApps: z.array(claimedWebAppSchema),
  securityHub: z.array(claimedSecurityHubSchema),
  problems: z.array(annotationProblemSchema),
  /** How old the mirror is, for each subscription that occurs here. */
  mirror: z.array(mirrorAgeSchema),
});

/** All that is bound to an entity. @public */
export type EntitySummary = z.infer<typeof entitySummarySchema>;

import {
  connectorAppInfoSchema,
  perimeterScanSchema,
  qpsReferenceSchema,
} from 'qualys-model';
import { z } from 'zod';

/**
 * What connectors are read through: the search of Asset Management and the
 * list of CloudView. Neither shows all that the other does.
 *
 * @public
 */
export const QUALYS_FEEDS = ['assetManagement', 'cloudView'] as const;

/** One of `QUALYS_FEEDS`. @public */
export const qualysFeedSchema = z.enum(QUALYS_FEEDS);

/** What connectors are read through. @public */
export type QualysFeed = z.infer<typeof qualysFeedSchema>;

/**
 * How much of a feed is read: all of it, or the newest until nothing new comes.
 *
 * @public
 */
export const FEED_READINGS = ['full', 'partial'] as const;

/** One of `FEED_READINGS`. @public */
export const feedReadingSchema = z.enum(FEED_READINGS);

/** How much of a feed is read. @public */
export type FeedReading = z.infer<typeof feedReadingSchema>;

/**
 * What Asset Management alone says of a connector.
 *
 * @public
 */
export const assetManagementPartSchema = z.object({
  /** The id of the connector in Asset Management: a number, as text. */
  id: z.string(),
  /** Whether Asset Management can update it: only what was created in the Connector application. */
  updatable: z.boolean(),
  /** The tags of every asset that the connector finds; missing where Qualys does not say. */
  defaultTags: z.array(qpsReferenceSchema).optional(),
  /** The modules that its assets are activated for; missing where Qualys does not say. */
  activation: z.array(z.string()).optional(),
  /** What the connector is used for; missing where Qualys does not say. */
  appInfos: z.array(connectorAppInfoSchema).optional(),
  /** Whether and how the account is scanned from the internet; missing where Qualys does not say. */
  perimeterScan: perimeterScanSchema.optional(),
  /** Whether all regions are read (AWS); missing where Qualys does not say. */
  allRegions: z.boolean().optional(),
  /** The regions that are read, where not all are (AWS); missing where Qualys does not say. */
  regions: z.array(z.string()).optional(),
  /** Whether it belongs to a connector of the whole organisation; missing where it does not, or Qualys does not say. */
  attachedToOrgConnector: z.boolean().optional(),
});

/** What Asset Management alone says of a connector. @public */
export type AssetManagementPart = z.infer<typeof assetManagementPartSchema>;

/**
 * Why the records of two feeds are not one, although Asset Management names
 * the id of the other in CloudView.
 *
 * - `provider`: they belong to different clouds.
 * - `account`: they belong to different accounts, or one does not say to which.
 * - `twice`: another connector of Asset Management names the same one.
 *
 * @public
 */
export const FEED_DISAGREEMENTS = ['provider', 'account', 'twice'] as const;

/**
 * That the feeds disagree about a connector.
 *
 * @public
 */
export const feedDisagreementSchema = z.object({
  reason: z.enum(FEED_DISAGREEMENTS),
  /** The id of the other record, in the same subscription. */
  with: z.string(),
});

/** That the feeds disagree about a connector. @public */
export type FeedDisagreement = z.infer<typeof feedDisagreementSchema>;

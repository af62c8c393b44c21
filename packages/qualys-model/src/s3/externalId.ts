/**
 * The external ID of an S3 integration, which Qualys makes itself.
 *
 * Source: AWS S3 integration, "Update Integration", `externalId` of the answer.
 *
 * @public
 */
export interface S3ExternalId {
  /** The external ID exactly as Qualys gave it. */
  raw: string;
  /** The same without any white space, which no external ID of AWS can hold: what belongs in the trust policy. */
  normalised: string;
}

/**
 * Reads the external ID of an S3 integration. Its form is not that of the
 * external IDs of connectors and is not documented, so any text is taken:
 * nothing but white space is left out, because the one that Qualys' document
 * shows has a space in it.
 *
 * Source: AWS S3 integration, "Update Integration", sample 2
 * (`US_POD_1-1- xxxxxxxx-…`); AWS STS, AssumeRole: `ExternalId` ("cannot
 * contain … spaces").
 *
 * @param raw - the external ID as it came
 *
 * @public
 */
export function readS3ExternalId(raw: string): S3ExternalId {
  return { raw, normalised: raw.replace(/\s+/g, '') };
}

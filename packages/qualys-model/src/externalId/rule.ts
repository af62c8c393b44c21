import { z } from 'zod';

/**
 * The three parts of the external ID of an AWS connector.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors".
 *
 * @public
 */
export interface ExternalIdParts {
  /**
   * The Qualys POD: the identifier of the platform, such as `USPOD01`. No list
   * of the PODs is published, and their writing differs (`pod01`, `USPOD3`,
   * `USPOD03`): it is kept as it is, in its own case.
   */
  pod: string;
  /** The id of the Qualys subscription: digits, as text. That it has digits only is a conclusion from all samples. */
  subscriptionId: string;
  /** The part that the customer chooses: 5 to 13 letters and digits. */
  suffix: string;
}

const EXTERNAL_ID = /^([A-Za-z0-9_]+)-(\d+)-([A-Za-z0-9]{5,13})$/;
const FORM =
  '<Qualys POD>-<subscription id>-<5 to 13 letters or digits>, for example USPOD01-4765-9011278609223';

// Whose trust policy has a longer one, AWS refuses (STS, AssumeRole: ExternalId).
const MAX_LENGTH = 1224;

/** The parts of an external ID that may be written, or undefined. */
export function splitExternalId(text: string): ExternalIdParts | undefined {
  const parts = text.length <= MAX_LENGTH ? EXTERNAL_ID.exec(text) : null;
  return parts
    ? { pod: parts[1], subscriptionId: parts[2], suffix: parts[3] }
    : undefined;
}

function problemOf(text: string): string {
  if (/\s/.test(text)) {
    return `must have no spaces: ${FORM}`;
  }
  if (text.length > MAX_LENGTH) {
    return `must have at most ${MAX_LENGTH} characters`;
  }
  const [pod, subscriptionId, ...suffix] = text.split('-');
  if (suffix.length !== 1) {
    return `must have three parts with hyphens between them: ${FORM}`;
  }
  if (!/^[A-Za-z0-9_]+$/.test(pod)) {
    return `must begin with the Qualys POD, which has letters, digits and underscores: ${FORM}`;
  }
  if (!/^\d+$/.test(subscriptionId)) {
    return `must have the id of the Qualys subscription, digits only, as its second part: ${FORM}`;
  }
  return `must have 5 to 13 letters or digits, and no special characters, as its third part: ${FORM}`;
}

/**
 * The rule for an external ID that is written, by creating or by updating an
 * AWS connector. Its messages say what would be right. It is no rule for the
 * external IDs of S3 integrations, which Qualys makes itself and in another
 * form, nor for what Qualys gives back: see {@link readExternalId}.
 *
 * Source: "CloudView: Unique Secure External ID for AWS connectors". Its table
 * speaks of "digits" in the third part, its text allows letters too.
 *
 * @public
 */
export const externalIdSchema = z.string().check(context => {
  if (!splitExternalId(context.value)) {
    context.issues.push({
      code: 'custom',
      input: context.value,
      message: problemOf(context.value),
    });
  }
});

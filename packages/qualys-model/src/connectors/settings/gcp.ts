import { z } from 'zod';
import type { PollingFrequency } from '../connector';
import {
  remediationUpdateSchema,
  type RemediationUpdate,
} from '../remediation';
import { gcpKeyFileSchema } from './gcpKeyFile';
import {
  connectorDescriptionSchema,
  connectorNameSchema,
  flagSchema,
  pollingFrequencyInputSchema,
  settingsObject,
} from './members';

/**
 * The settings of a new GCP connector. What is left out is left to Qualys.
 *
 * Source: CloudView API v1, `POST /rest/v1/gcp/connectors`; "CloudView: Enable
 * Remediation through API".
 *
 * @public
 */
export interface GcpConnectorSettings {
  /** Its name, for people: 1 to 255 characters. */
  name: string;
  /** Free text. */
  description?: string;
  /** The id of the project: 6 to 30 lower-case letters, digits and hyphens. */
  projectId: string;
  /** The key file of the service account that Qualys signs in with, as text: JSON, and a secret. Qualys never gives it back. */
  configFile: string;
  /** How often Qualys polls the project; every four hours unless given. */
  pollingFrequency?: PollingFrequency;
  /** Whether Qualys may change cloud resources; off unless given, and only for subscribers of Cloud Security Assessment. */
  remediationEnabled?: boolean;
}

/**
 * What an update changes of a GCP connector: at least one thing. A sample of
 * the documents changes the description alone, and the answer shows the rest
 * as it was.
 *
 * Source: CloudView API v1, `PUT /rest/v1/gcp/connectors/{connectorId}`;
 * "CloudView: Enable Remediation through API".
 *
 * @public
 */
export interface GcpConnectorUpdate
  extends Partial<
    Omit<GcpConnectorSettings, 'projectId' | 'remediationEnabled'>
  > {
  /** What happens to remediation; left as it is unless given. */
  remediationEnabled?: RemediationUpdate;
}

const PROJECT =
  'must be the id of a GCP project: 6 to 30 lower-case letters, digits and hyphens, which begins with a letter and does not end with a hyphen';

/**
 * The rule for the id of a GCP project: 6 to 30 lower-case letters, digits and
 * hyphens, a letter first and no hyphen last. Old projects may have a domain
 * and a colon in front.
 *
 * Source: Google Cloud Resource Manager, `Project.projectId`, and "Creating
 * and managing projects" (domain-scoped projects).
 *
 * @public
 */
export const gcpProjectIdSchema = z
  .string(PROJECT)
  .regex(
    /^(?:[a-z0-9][a-z0-9.-]{0,252}:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    PROJECT,
  );

const members = {
  description: connectorDescriptionSchema.optional(),
  pollingFrequency: pollingFrequencyInputSchema.optional(),
};

const OF = 'a GCP connector';

/**
 * The rules for the settings of a new GCP connector. Its messages say what
 * would be right and hold nothing of the key file.
 *
 * Source: as {@link GcpConnectorSettings}.
 *
 * @public
 */
export const gcpConnectorSettingsSchema: z.ZodType<GcpConnectorSettings> =
  settingsObject(OF, {
    name: connectorNameSchema,
    ...members,
    projectId: gcpProjectIdSchema,
    configFile: gcpKeyFileSchema,
    remediationEnabled: flagSchema.optional(),
  });

/**
 * The rules for an update of a GCP connector. Its messages say what would be
 * right and hold nothing of the key file.
 *
 * Source: as {@link GcpConnectorUpdate}.
 *
 * @public
 */
export const gcpConnectorUpdateSchema: z.ZodType<GcpConnectorUpdate> =
  settingsObject(
    'an update of a GCP connector',
    {
      name: connectorNameSchema.optional(),
      ...members,
      configFile: gcpKeyFileSchema.optional(),
      remediationEnabled: remediationUpdateSchema.optional(),
    },
    { projectId: 'cannot be changed: a connector keeps its project' },
  ).check(({ value, issues }) => {
    const changes = Object.values(value).some(
      change => change !== undefined && change !== 'unchanged',
    );
    if (!changes) {
      issues.push({
        code: 'custom',
        input: undefined,
        message:
          'must change at least one of name, description, configFile, pollingFrequency and remediationEnabled',
      });
    }
  });

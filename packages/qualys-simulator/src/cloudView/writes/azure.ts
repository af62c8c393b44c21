import { z } from 'zod';
import { isRevokedKey } from '../connectors/cloudAccess';
import { flag, pollingFrequency, remediation, required, text } from './fields';
import type { ProviderWrites } from './providerWrites';

const common = {
  applicationId: required,
  description: text,
  directoryId: required,
  isGovCloud: flag,
  name: required,
  pollingFrequency,
  remediationEnabled: remediation,
};

/**
 * The body that creates an Azure connector. The key is checked and forgotten.
 *
 * Source: CloudView API v1, `AzureConnectorCreateRequest`, which names no field
 * as required; the simulator wants the ids, the key and the name.
 */
const azureCreateSchema = z.object({
  ...common,
  authenticationKey: required,
  subscriptionId: required,
});

/**
 * The body that updates an Azure connector.
 *
 * Source: CloudView API v1, `AzureConnectorUpdateRequest`, which has no
 * `subscriptionId`. The sample of "Enable Remediation through API" sends one;
 * it is not looked at.
 */
const azureUpdateSchema = z.object({
  ...common,
  authenticationKey: required.optional(),
});

const withoutKey = ({
  authenticationKey: _,
  ...settings
}: z.infer<typeof azureUpdateSchema>) => settings;

/**
 * Creates and updates Azure connectors. What an update leaves out is reset, but
 * for the key; whether an update may leave that out is a behaviour.
 */
export const azureWrites: ProviderWrites<'AZURE'> = {
  provider: 'AZURE',
  bodyType: 'application/json',
  create: async body => {
    const request = azureCreateSchema.parse(body);
    return {
      settings: {
        provider: 'AZURE',
        totalAssets: 0,
        isDisabled: false,
        groups: [],
        subscriptionId: request.subscriptionId,
        ...withoutKey(request),
        remediationEnabled: request.remediationEnabled ?? false,
      },
      isKeyRevoked: isRevokedKey(request.authenticationKey),
    };
  },
  update: async (kept, body, { azureUpdateWithoutKey }) => {
    const request = (
      azureUpdateWithoutKey === 'refused'
        ? azureUpdateSchema.required({ authenticationKey: true })
        : azureUpdateSchema
    ).parse(body);
    return {
      settings: {
        ...kept,
        ...withoutKey(request),
        remediationEnabled:
          request.remediationEnabled ?? kept.remediationEnabled ?? false,
      },
      ...(request.authenticationKey !== undefined && {
        isKeyRevoked: isRevokedKey(request.authenticationKey),
      }),
      isReadAnew:
        request.authenticationKey !== undefined ||
        request.applicationId !== kept.applicationId ||
        request.directoryId !== kept.directoryId,
    };
  },
};

import {
  azureConnectorSettingsSchema,
  azureConnectorUpdateSchema,
  remediationMember,
  type AzureConnectorUpdate,
} from 'qualys-model';
import { QualysError } from '../errors';
import type { RequestCore } from '../core';
import { checkedBy } from '../input';
import { connectorCollection } from './collection';
import type { AzureCloudConnectors } from './resources';
import { azureConnectorOf } from './transform';
import { azureConnectorWire } from './wire';

/** `AzureConnectorCreateRequest` and `AzureConnectorUpdateRequest` of CloudView v1. */
function bodyOf({
  govCloud,
  remediationEnabled,
  ...same
}: AzureConnectorUpdate) {
  return {
    json: {
      ...same,
      isGovCloud: govCloud,
      ...remediationMember(remediationEnabled),
    },
  };
}

/** The connectors of Azure, on a request core. */
export function azureConnectors(core: RequestCore): AzureCloudConnectors {
  const { connectors, write } = connectorCollection(core, 'azure', {
    schema: azureConnectorWire,
    transform: azureConnectorOf,
  });
  const OF = 'The settings of an Azure connector';
  return {
    ...connectors,

    create: async (given, options = {}) => {
      const settings = checkedBy(azureConnectorSettingsSchema, given, OF);
      const secrets = [settings.authenticationKey];
      return write({ body: bodyOf(settings), secrets, options });
    },

    update: async (id, given, options = {}) => {
      const { subscriptionId, ...settings } = checkedBy(
        azureConnectorUpdateSchema,
        given,
        OF,
      );
      const { sendSubscriptionId = false } = options;
      if (sendSubscriptionId && subscriptionId === undefined) {
        throw new QualysError(
          'invalid',
          `${OF}: subscriptionId: must be given where sendSubscriptionId asks to send it. Nothing was sent.`,
          { path: 'subscriptionId' },
        );
      }
      return write({
        id,
        body: bodyOf(
          sendSubscriptionId ? { ...settings, subscriptionId } : settings,
        ),
        secrets: [settings.authenticationKey],
        options,
      });
    },
  };
}

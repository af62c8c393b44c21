import {
  awsConnectorSettingsSchema,
  awsConnectorUpdateSchema,
  remediationMember,
  type AwsConnectorUpdate,
} from 'qualys-model';
import { parsedBy } from '../answers';
import type { RequestCore } from '../core';
import { jsonFormat } from '../http';
import { checkedBy } from '../input';
import { fixedPathAdvice } from './advice';
import { BASE, connectorCollection, throwProblemIn } from './collection';
import { cloudViewProblemIn } from './problem';
import type { AwsCloudConnectors } from './resources';
import { cloudFormationTemplate } from './template';
import { awsBaseAccountsOf, awsConnectorOf } from './transform';
import { awsBaseAccountWire, awsConnectorWire } from './wire';

/** `AwsConnectorCreateRequest` and `ConnectorUpdateRequest` of CloudView v1. */
function bodyOf({
  govCloud,
  chinaRegion,
  portalConnector,
  remediationEnabled,
  ...same
}: AwsConnectorUpdate) {
  return {
    json: {
      ...same,
      isGovCloud: govCloud,
      isChinaRegion: chinaRegion,
      isPortalConnector: portalConnector,
      ...remediationMember(remediationEnabled),
    },
  };
}

/** The connectors of AWS, on a request core. */
export function awsConnectors(core: RequestCore): AwsCloudConnectors {
  const { connectors, write } = connectorCollection(core, 'aws', {
    schema: awsConnectorWire,
    transform: awsConnectorOf,
  });
  const OF = 'The settings of an AWS connector';
  return {
    ...connectors,

    create: async (given, options = {}) => {
      const settings = checkedBy(
        awsConnectorSettingsSchema(options),
        given,
        OF,
      );
      const { externalId } = settings;
      return write({ body: bodyOf(settings), secrets: [externalId], options });
    },

    update: async (id, given, options = {}) => {
      const settings = checkedBy(awsConnectorUpdateSchema(options), given, OF);
      const secrets = [settings.externalId];
      return write({ id, body: bodyOf(settings), secrets, options });
    },

    baseAccount: async (options = {}) =>
      core.read({
        family: 'cloudView',
        method: 'GET',
        path: `${BASE}/aws/connectors/awsBaseAccountId`,
        options,
        format: jsonFormat,
        advice: fixedPathAdvice,
        problemIn: cloudViewProblemIn,
        read(json) {
          throwProblemIn(json, 'globalAccountId');
          return awsBaseAccountsOf(parsedBy(awsBaseAccountWire, json));
        },
      }),

    cloudFormationTemplate: (request, options) =>
      cloudFormationTemplate(core, request, options),
  };
}

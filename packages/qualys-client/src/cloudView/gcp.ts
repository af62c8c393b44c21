import {
  gcpConnectorSettingsSchema,
  gcpConnectorUpdateSchema,
  readGcpKeyFile,
  remediationMember,
  type GcpConnectorUpdate,
} from 'qualys-model';
import type { RequestCore } from '../core';
import { secretsOfKey, type FormFile } from '../http';
import { checkedBy } from '../input';
import { connectorCollection } from './collection';
import type { GcpCloudConnectors } from './resources';
import { gcpConnectorOf } from './transform';
import { gcpConnectorWire } from './wire';

type Form = Record<string, string | FormFile>;

function fileOf(configFile: string): FormFile {
  const project = readGcpKeyFile(configFile)?.projectId ?? '';
  return {
    // As the sample in the documents names it; nothing in it may break the form.
    filename: `${project.replace(/[^\w.-]/g, '-').slice(0, 100)}.json`,
    type: 'application/json',
    text: configFile,
  };
}

/** The form that creates or updates a GCP connector: everything in it is text. */
function bodyOf({
  configFile,
  pollingFrequency,
  remediationEnabled,
  ...same
}: GcpConnectorUpdate & { projectId?: string }) {
  const texts: Record<string, string | number | boolean | undefined> = {
    ...same,
    pollingFrequencyInHrs: pollingFrequency?.hours,
    pollingFrequencyInMinutes: pollingFrequency?.minutes,
    ...remediationMember(remediationEnabled),
  };
  const multipart: Form = {};
  if (configFile !== undefined) multipart.configFile = fileOf(configFile);
  for (const [name, value] of Object.entries(texts)) {
    if (value !== undefined) multipart[name] = String(value);
  }
  return { multipart };
}

function secretsOf(configFile: string | undefined): string[] {
  const key = readGcpKeyFile(configFile ?? '');
  if (configFile === undefined || !key) return [];
  return [configFile, ...secretsOfKey(key.privateKey, key.privateKeyId)];
}

/** The connectors of GCP, on a request core. */
export function gcpConnectors(core: RequestCore): GcpCloudConnectors {
  const { connectors, write } = connectorCollection(core, 'gcp', {
    schema: gcpConnectorWire,
    transform: gcpConnectorOf,
  });
  return {
    ...connectors,

    create: async (given, options = {}) => {
      const settings = checkedBy(
        gcpConnectorSettingsSchema,
        given,
        'The settings of a GCP connector',
      );
      const secrets = secretsOf(settings.configFile);
      return write({ body: bodyOf(settings), secrets, options });
    },

    update: async (id, given, options = {}) => {
      const changes = checkedBy(
        gcpConnectorUpdateSchema,
        given,
        'The changes of a GCP connector',
      );
      const secrets = secretsOf(changes.configFile);
      return write({ id, body: bodyOf(changes), secrets, options });
    },
  };
}

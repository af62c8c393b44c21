import type { EditableConnector } from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../api/QualysApi';

/** Reads the settings of a connector as Qualys has them just now. */
export function getConnectorSettings(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<EditableConnector> {
  return api.getConnectorSettings(object, options);
}

/** The settings of a connector as an error carries them; nothing where they cannot be read. */
export async function readConnectorSettings(
  current: unknown,
): Promise<EditableConnector | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { editableConnectorSchema } = await import('../../api/schemas');
  return editableConnectorSchema.safeParse(current).data;
}

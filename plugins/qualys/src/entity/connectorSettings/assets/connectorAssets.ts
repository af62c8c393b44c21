import type {
  ConnectorAssetsChoices,
  EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import type {
  BoundObject,
  QualysApi,
  QualysRequestOptions,
} from '../../../api/QualysApi';

/** What the form begins with. */
export interface AssetsForForm {
  assets: EditableConnectorAssets;
  choices: ConnectorAssetsChoices;
}

/** Reads what a connector makes of its assets, and what it can be given. */
export async function getAssetsForForm(
  api: QualysApi,
  object: BoundObject,
  options: QualysRequestOptions,
): Promise<AssetsForForm> {
  const [assets, choices] = await Promise.all([
    api.getConnectorAssets(object, options),
    // Ids can be entered without them.
    api.getConnectorAssetsChoices(object, options).catch(() => ({})),
  ]);
  return { assets, choices };
}

/** What an error carries of it; nothing where it cannot be read. */
export async function readConnectorAssets(
  current: unknown,
): Promise<EditableConnectorAssets | undefined> {
  // With the schemas of the answers, which are loaded by then.
  const { editableConnectorAssetsSchema } = await import(
    '../../../api/schemas'
  );
  return editableConnectorAssetsSchema.safeParse(current).data;
}

import {
  connectorAssetsChoicesSchema,
  connectorAssetsUpdateSchema,
  editableConnectorAssetsSchema,
  type EditableConnectorAssets,
} from 'backstage-plugin-qualys-common';
import { entityObjectParamsSchema } from '../../entities';
import { defineRoute, type Route } from '../../http';
import { CONNECTOR_PATH, type ConnectorChanges } from '../changes';
import type { ConnectorAssets } from './assets';
import type { AssetChoices } from './choices';

const PATH = `${CONNECTOR_PATH}/assets`;

/** The routes by which a team changes what a connector makes of its assets. */
export function connectorAssetsRoutes(deps: {
  assets: ConnectorAssets;
  changes: ConnectorChanges;
  choices: AssetChoices;
}): Route[] {
  const { assets, changes, choices } = deps;
  const params = entityObjectParamsSchema;
  const answer = {
    response: editableConnectorAssetsSchema,
    version: ({ version }: EditableConnectorAssets) => version,
    allow: ['user'],
  } as const;

  return [
    defineRoute({
      method: 'get',
      path: PATH,
      summary:
        'What an AWS connector makes of its assets, from Asset Management as it was a few seconds ago at most',
      request: { params },
      ...answer,
      handler: call => changes.read(call, assets),
    }),
    defineRoute({
      method: 'get',
      path: `${PATH}/choices`,
      summary: 'The tags and option profiles that it can be given',
      request: { params },
      response: connectorAssetsChoicesSchema,
      allow: ['user'],
      async handler(call) {
        const { key } = await changes.find(call);
        await changes.requireEditor(call);
        return choices.read(key.subscription);
      },
    }),
    defineRoute({
      method: 'patch',
      path: PATH,
      summary:
        'Changes tags, modules and perimeter scan of an AWS connector, through Asset Management',
      request: { params, body: connectorAssetsUpdateSchema },
      ...answer,
      precondition: true,
      handler: call =>
        changes.change(call, assets, {
          action: 'update',
          reason: call.body.reason,
          plan: (of, now) => assets.plan(of, now, call.body),
        }),
    }),
  ];
}

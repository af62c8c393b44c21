import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { UserInfoService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  requestRoleArnSchema,
  requestSettingsSchema,
  type CreateThrough,
  type RequestDraftSettings,
} from 'backstage-plugin-qualys-common';
import type { CloudProvider } from 'qualys-model';
import { ownerOf } from '../bindings';
import type { ReadEntity } from '../entities';
import type { InvalidField } from '../errors';
import type { CallerCredentials } from '../http';
import { refIn } from './refs';

/** What is checked before anybody is asked to decide. */
export interface CheckedRequest {
  provider: CloudProvider;
  createThrough: CreateThrough;
  settings: RequestDraftSettings;
  /** AWS: the role, where it is known already. */
  arn?: string;
}

/**
 * What must be put right, with paths below `settings`, and `arn`.
 *
 * @param credentials - of whoever asks, whose groups and entities count, or of whoever decides
 */
export type CheckSettings = (
  request: CheckedRequest,
  credentials: CallerCredentials,
  options?: {
    /**
     * What was asked for, where it is whoever decides who changes it: any group
     * can be the owner then, and they need not see the entity unless they name
     * another one.
     */
    asked?: RequestDraftSettings;
  },
) => Promise<InvalidField[]>;

/** The groups that a caller is a member of, as entity references. */
export type ReadGroups = (credentials: CallerCredentials) => Promise<string[]>;

/** Makes what reads them. */
export function createGroupReader(userInfo: UserInfoService): ReadGroups {
  return async credentials => {
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return ownershipEntityRefs
      .map(ref => parseEntityRef(ref))
      .filter(({ kind }) => kind.toLowerCase() === 'group')
      .map(ref => stringifyEntityRef(ref));
  };
}

/** Makes what checks what is asked for, by its own rules and by what the catalog says. */
export function createSettingsCheck(deps: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  readEntity: ReadEntity;
  readGroups: ReadGroups;
}): CheckSettings {
  const { catalog, readEntity, readGroups } = deps;

  const checkOwner = (owner: string, groups: readonly string[]) =>
    groups.includes(owner)
      ? []
      : [
          {
            path: 'settings.owner',
            message:
              groups.length === 0
                ? 'must be one of your groups, and the catalog knows you in none'
                : `must be one of your groups: ${groups.join(', ')}`,
          },
        ];

  const checkSystem = async (
    system: string,
    credentials: CallerCredentials,
  ): Promise<InvalidField[]> => {
    const ref = refIn(system);
    const entity =
      ref?.kind.toLowerCase() === 'system'
        ? await catalog.getEntityByRef(ref, { credentials })
        : undefined;
    return entity
      ? []
      : [
          {
            path: 'settings.system',
            message:
              'must be a system of the catalog, such as system:default/shop',
          },
        ];
  };

  // Whoever asks for another team's service would put a card on its page.
  const checkEntity = async (
    entityRef: string,
    mayBeOf: (owner: string) => boolean,
    credentials: CallerCredentials,
  ): Promise<InvalidField[]> => {
    const path = 'settings.entityRef';
    const ref = refIn(entityRef);
    const entity =
      ref &&
      (await readEntity(ref, credentials).catch(error => {
        if (
          error.name === 'NotFoundError' ||
          error.name === 'NotAllowedError'
        ) {
          return undefined;
        }
        throw error;
      }));
    if (!entity) {
      return [
        {
          path,
          message:
            'must be an entity that you can see, such as component:default/checkout',
        },
      ];
    }
    return ownerOf(entity).split(', ').some(mayBeOf)
      ? []
      : [{ path, message: 'must be an entity that one of your groups owns' }];
  };

  const checkGroup = async (
    owner: string,
    credentials: CallerCredentials,
  ): Promise<InvalidField[]> => {
    const ref = refIn(owner);
    const entity =
      ref?.kind.toLowerCase() === 'group'
        ? await catalog.getEntityByRef(ref, { credentials })
        : undefined;
    return entity
      ? []
      : [
          {
            path: 'settings.owner',
            message:
              'must be a group of the catalog, such as group:default/payments',
          },
        ];
  };

  return async (request, credentials, { asked } = {}) => {
    const { provider, createThrough, settings, arn } = request;
    const fields: InvalidField[] = [];
    const rules = requestSettingsSchema(provider, createThrough);
    for (const { path, message } of rules.safeParse(settings).error?.issues ??
      []) {
      fields.push({
        path: ['settings', ...path.map(String)].join('.'),
        message,
      });
    }
    if (provider === 'AWS' && arn !== undefined) {
      const role = requestRoleArnSchema(settings.account, settings.partition);
      for (const { message } of role.safeParse(arn).error?.issues ?? []) {
        fields.push({ path: 'arn', message });
      }
    }
    const { owner, system, entityRef } = settings;
    const isDecided = asked !== undefined;
    const groups = isDecided ? [] : await readGroups(credentials);
    if (owner !== undefined) {
      fields.push(
        ...(isDecided
          ? await checkGroup(owner, credentials)
          : checkOwner(owner, groups)),
      );
    }
    if (system !== undefined) {
      fields.push(...(await checkSystem(system, credentials)));
    }
    if (entityRef !== undefined && entityRef !== asked?.entityRef) {
      const mayBeOf = (team: string) => isDecided || groups.includes(team);
      fields.push(...(await checkEntity(entityRef, mayBeOf, credentials)));
    }
    return fields;
  };
}

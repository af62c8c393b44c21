import {
  coreServices,
  createServiceFactory,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  scaffolderActionsExtensionPoint,
  type TaskSecrets,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { startSimulator } from 'qualys-simulator';
import { scaffolderModuleQualys } from '../module';

/** Who runs the templates. */
export const ASKER = 'user:default/asker';
/** Who decides. */
export const APPROVER = 'user:default/approver';

/** What a step of a template is run with. */
export interface StepRun {
  input: object;
  taskId?: string;
  stepId?: string;
  secrets?: TaskSecrets;
  isDryRun?: boolean;
  signal?: AbortSignal;
  /** What earlier runs of the same task have kept. */
  checkpoints?: Map<string, unknown>;
  /** Who runs it; {@link ASKER} unless given. */
  user?: string;
}

/**
 * The module in a backend with a simulated Qualys.
 *
 * @param qualysPlugin - the `qualys` plugin, which only tests themselves may import
 */
export async function startPortal(qualysPlugin: BackendFeature) {
  const simulator = await startSimulator({ connectors: 10, seed: 7 });
  const { api, gateway, cloudView } = simulator.urls;
  const actions = new Map<string, TemplateAction<any, any, any>>();
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added: TemplateAction<any, any, any>[]) =>
            added.forEach(action => actions.set(action.id, action)),
        },
      ],
    ],
    features: [
      qualysPlugin,
      scaffolderModuleQualys,
      catalogServiceMock.factory({ entities: [] }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => ({
          getUserInfo: async credentials => {
            const { userEntityRef } = (credentials as any).principal;
            return {
              userEntityRef,
              ownershipEntityRefs: [userEntityRef, 'group:default/payments'],
            };
          },
        }),
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com/' },
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          qualys: {
            subscriptions: {
              main: {
                urls: { api, gateway, cloudView },
                credentials: { ...simulator.credentials },
                externalId: { pod: 'USPOD01', subscriptionId: '4765' },
              },
            },
          },
        },
      }),
    ],
  });

  const address = backend.server.address() as { port: number };
  const url = `http://localhost:${address.port}/api/qualys/v1`;

  /** Calls the `qualys` plugin as a user, as the pages do. */
  const call = async (
    method: string,
    path: string,
    user: string,
    { body, version }: { body?: object; version?: string } = {},
  ) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        Authorization: mockCredentials.user.header(user),
        'Content-Type': 'application/json',
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer as any;
  };

  /** Runs a step, and gives its outputs. */
  const run = async (id: string, step: StepRun) => {
    const outputs: Record<string, unknown> = {};
    const { checkpoints = new Map(), user = ASKER } = step;
    const lines: string[] = [];
    await actions.get(id)!.handler({
      ...createMockActionContext({ input: step.input as never }),
      logger: mockServices.logger.mock({
        info: text => lines.push(text),
        warn: text => lines.push(text),
      }),
      task: { id: step.taskId ?? 'task-1' },
      step: { id: step.stepId ?? 'step-1' },
      user: { ref: user },
      secrets: step.secrets,
      isDryRun: step.isDryRun,
      signal: step.signal,
      getInitiatorCredentials: async () => mockCredentials.user(user),
      async checkpoint({ key, fn }) {
        if (!checkpoints.has(key)) checkpoints.set(key, await fn());
        return checkpoints.get(key) as never;
      },
      output: (name, value) => {
        if (value !== undefined) outputs[String(name)] = value;
      },
    });
    return { outputs, lines };
  };

  return {
    actions,
    call,
    run,
    requests: async (user = ASKER) =>
      (await call('GET', '/requests', user)).items,
    /** Does something with a request, as it stands. */
    act: async (id: string, action: string, user: string, body = {}) => {
      const { version } = await call('GET', `/requests/${id}`, user);
      return call('POST', `/requests/${id}/${action}`, user, { body, version });
    },
    async stop() {
      await backend.stop();
      await simulator.stop();
    },
  };
}

/** A portal of {@link startPortal}. */
export type Portal = Awaited<ReturnType<typeof startPortal>>;

import {
  coreServices,
  createBackendModule,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** The header in which the sign-in page says whom the visitor has chosen to be. */
const PERSONA_HEADER = 'x-demo-persona';

const ALLOW_KEY = 'auth.providers.demo.dangerouslyAllowOutsideDevelopment';

/** The name of a User entity, as the catalog allows it. */
const PERSONA_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const demoAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async (result: { persona: string }) => ({
    profile: { displayName: result.persona },
  }),
  initialize: () => undefined,
  async authenticate({ req }) {
    const persona = req.header(PERSONA_HEADER) ?? '';
    if (!PERSONA_NAME.test(persona) || persona.length > 63) {
      throw new AuthenticationError(
        `The header ${PERSONA_HEADER} must name a user of the demo`,
      );
    }
    return { result: { persona } };
  },
});

/** Throws unless this process is a demo, because the provider believes a header. */
export function refuseOutsideDevelopment(
  config: RootConfigService,
  environment: string | undefined,
) {
  if (environment === 'development') return;
  if (config.getOptionalBoolean(ALLOW_KEY)) return;
  throw new Error(
    `The demo's sign-in lets anybody be anybody, so it starts only with NODE_ENV=development. ` +
      `To show the demo from a production build set ${ALLOW_KEY} to true; in a real portal remove it and configure a real provider.`,
  );
}

/** Sign-in without a password, as one of the users of the demo's catalog. */
export const demoSignIn = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(registration) {
    registration.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        refuseOutsideDevelopment(config, process.env.NODE_ENV);
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            signInResolver: async ({ result }, context) =>
              await context.signInWithCatalogUser({
                entityRef: {
                  kind: 'User',
                  namespace: 'default',
                  name: result.persona,
                },
              }),
          }),
        });
      },
    });
  },
});

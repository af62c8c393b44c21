import { createApp } from '@backstage/frontend-defaults';
import { navigationModule } from './navigation';
import { signInModule } from './signIn';

/**
 * The demo portal. The plugins come in by themselves (`app.packages: all` in
 * app-config.yaml); only the navigation and the sign-in page are its own.
 */
export const app = createApp({ features: [navigationModule, signInModule] });

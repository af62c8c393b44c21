import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SidebarContent } from './Sidebar';

/** The portal's own sidebar. */
export const navigationModule = createFrontendModule({
  pluginId: 'app',
  extensions: [SidebarContent],
});

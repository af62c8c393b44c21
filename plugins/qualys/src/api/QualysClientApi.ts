import type { FetchApi } from '@backstage/frontend-plugin-api';
import { bindingsCalls } from './bindings';
import { connectorRequestsCalls } from './connectorRequests';
import { connectorSettingsCalls } from './connectorSettings';
import { connectorsCalls } from './connectors';
import { externalIdsCalls } from './externalIds';
import type { QualysApi } from './QualysApi';
import { removalsCalls } from './removals';
import { s3Calls } from './s3';
import { securityHubCalls } from './securityHub';
import { settingsHistoryCalls } from './settingsHistory';
import { statusCalls } from './status';
import { webAppsCalls } from './webApps';
import { createTransport } from './transport';

/**
 * What the class below has: the calls of all capabilities, each of which stands
 * beside the interface that describes it.
 *
 * @public
 */
export interface QualysClientApi extends QualysApi {}

/**
 * The Qualys API over HTTP, through the portal's own fetch, which finds the
 * backend and adds who is signed in.
 *
 * @public
 */
export class QualysClientApi {
  constructor(options: { fetchApi: FetchApi }) {
    const transport = createTransport(options.fetchApi);
    const calls: QualysApi = {
      ...statusCalls(transport),
      ...removalsCalls(transport),
      ...connectorsCalls(transport),
      ...connectorSettingsCalls(transport),
      ...externalIdsCalls(transport),
      ...bindingsCalls(transport),
      ...s3Calls(transport),
      ...webAppsCalls(transport),
      ...securityHubCalls(transport),
      ...connectorRequestsCalls(transport),
      ...settingsHistoryCalls(transport),
    };
    Object.assign(this, calls);
  }
}

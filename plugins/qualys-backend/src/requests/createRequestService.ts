import type { AuditorService } from '@backstage/backend-plugin-api';
import type { RequestsConfig, SubscriptionConfig } from '../config';
import type { ExternalIds } from '../externalIds';
import type { Authorizer, ReadRequestRights } from '../permissions';
import type { SecretBox } from '../secrets';
import { createRequestAsking } from './asking';
import type { CheckSettings } from './checkSettings';
import type { FindConflicts } from './conflicts';
import { createRequestDeciding } from './deciding';
import { createRequestDeeds } from './deeds';
import type { DescribeRequest } from './details';
import type { ReadEntityOwner } from './entityOwner';
import { createRequestReading } from './reading';
import type { RequestService } from './service';
import type { RequestStore } from './store';
import type { TellRequest } from './tell';
import type { RequireWriter } from './writers';

/** Makes the service. */
export function createRequestService(deps: {
  auditor: AuditorService;
  authorizer: Authorizer;
  box: SecretBox;
  checkSettings: CheckSettings;
  config: RequestsConfig;
  describe: DescribeRequest;
  externalIds: ExternalIds;
  findConflicts: FindConflicts;
  readEntityOwner: ReadEntityOwner;
  readRights: ReadRequestRights;
  requireWriter: RequireWriter;
  store: RequestStore;
  subscriptions: readonly SubscriptionConfig[];
  tell: TellRequest;
  /** Called when the portal has something to do. */
  wake: () => void;
}): RequestService {
  const { find, doWith } = createRequestDeeds(deps);
  return {
    ...createRequestReading({ ...deps, find }),
    ...createRequestAsking({ ...deps, doWith }),
    ...createRequestDeciding({ ...deps, doWith }),
  };
}

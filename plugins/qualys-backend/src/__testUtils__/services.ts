import {
  createServiceFactory,
  type BackendFeature,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';

/** Gives a backend the same object for a service, whoever asks. */
export function standIn<Service extends object>(
  service: ServiceRef<Service, 'plugin'>,
  implementation: Service,
): BackendFeature {
  return createServiceFactory({
    service,
    deps: {},
    factory: () => implementation,
  });
}

/** What is audited, and how it ended. */
export function auditing() {
  const audited = { success: jest.fn(), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: async () => audited,
  });
  return { audited, auditor };
}

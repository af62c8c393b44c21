import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricsService,
} from '@backstage/backend-plugin-api/alpha';

function nowhere(): MetricsService {
  const instrument = { add() {}, record() {} };
  const observable = { addCallback() {}, removeCallback() {} };
  return {
    createCounter: () => instrument,
    createUpDownCounter: () => instrument,
    createHistogram: () => instrument,
    createGauge: () => instrument,
    createObservableCounter: () => observable,
    createObservableUpDownCounter: () => observable,
    createObservableGauge: () => observable,
  };
}

/**
 * Backstage's metrics service, or one whose metrics go nowhere where the
 * backend has none: it is an alpha service, and services are found by their id.
 */
export const optionalMetricsServiceRef = createServiceRef<MetricsService>({
  id: metricsServiceRef.id,
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({ service, deps: {}, factory: nowhere }),
});

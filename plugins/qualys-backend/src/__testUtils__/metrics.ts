import {
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  type MetricAttributes,
  type MetricsService,
  type MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';

/** A value that was measured, with its labels. */
export interface Measured extends MetricAttributes {
  value: number;
}

/** A metrics service that keeps everything in memory. */
export function collectMetrics() {
  const recorded = new Map<string, Measured[]>();
  const observed = new Map<string, MetricsServiceObservableCallback[]>();

  const instrument = (name: string) => {
    const values: Measured[] = [];
    recorded.set(name, values);
    const keep = (value: number, labels: MetricAttributes = {}) => {
      values.push({ value, ...labels });
    };
    return { add: keep, record: keep };
  };
  const observable = (name: string) => {
    const callbacks: MetricsServiceObservableCallback[] = [];
    observed.set(name, callbacks);
    return {
      addCallback: (callback: MetricsServiceObservableCallback<any>) => {
        callbacks.push(callback);
      },
      removeCallback() {},
    };
  };
  const service: MetricsService = {
    createCounter: instrument,
    createUpDownCounter: instrument,
    createHistogram: instrument,
    createGauge: instrument,
    createObservableCounter: observable,
    createObservableUpDownCounter: observable,
    createObservableGauge: observable,
  };
  const factory: ServiceFactory = createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => service,
  });

  return {
    factory,
    service,
    /** The names of all metrics. */
    names: () => [...recorded.keys(), ...observed.keys()].sort(),
    /** What was measured so far; of a gauge that is read, what it shows now. */
    async of(name: string): Promise<Measured[]> {
      const callbacks = observed.get(name);
      if (!callbacks) return recorded.get(name) ?? [];
      const values: Measured[] = [];
      for (const callback of callbacks) {
        await callback({
          observe: (value, labels = {}) => values.push({ value, ...labels }),
        });
      }
      return values;
    },
  };
}

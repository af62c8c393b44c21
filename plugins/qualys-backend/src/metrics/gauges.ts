import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { CONNECTOR_STATES } from 'qualys-model';
import type { QualysClients } from '../clients';
import type { MirrorAges, MirrorStore, RemovalStore } from '../mirror';

/** What the gauges show, as it is whenever somebody looks. */
export interface GaugeSources {
  clients: QualysClients;
  mirror: MirrorStore;
  mirrorAges: MirrorAges;
  removals: RemovalStore;
}

function mirrorGauges(
  metrics: MetricsService,
  { mirror, mirrorAges, removals }: GaugeSources,
): void {
  metrics
    .createObservableGauge('qualys.connectors', {
      description: 'Connectors in the mirror, by what their state means',
      unit: '{connector}',
    })
    .addCallback(async result => {
      for (const [subscription, { byState }] of await mirror.counts()) {
        for (const state of CONNECTOR_STATES) {
          result.observe(byState[state] ?? 0, { subscription, state });
        }
      }
    });
  metrics
    .createObservableGauge('qualys.mirror.age', {
      description: 'Seconds since the last complete sync',
      unit: 's',
    })
    .addCallback(async result => {
      for (const { subscription, asOf } of await mirrorAges()) {
        if (asOf === undefined) continue;
        const seconds = (Date.now() - Date.parse(asOf)) / 1000;
        result.observe(seconds, { subscription });
      }
    });
  metrics
    .createObservableGauge('qualys.removals.held_back', {
      description: 'Connectors whose removal is held back',
      unit: '{connector}',
    })
    .addCallback(async result => {
      for (const [subscription, held] of await removals.all()) {
        for (const { provider, state, connectors } of held) {
          result.observe(connectors, { subscription, provider, state });
        }
      }
    });
}

function budgetGauges(
  metrics: MetricsService,
  { clients }: GaugeSources,
): void {
  const gauge = (
    name: string,
    description: string,
    key: 'budget' | 'used' | 'remaining',
  ) =>
    metrics
      .createObservableGauge(name, { description, unit: '{call}' })
      .addCallback(result => {
        for (const { subscription, qualys } of clients.all()) {
          for (const { family, ...limit } of qualys.limits()) {
            const labels = { subscription: subscription.id, family };
            result.observe(limit[key], labels);
          }
        }
      });
  gauge('qualys.api.budget', 'Our share of the calls of a window', 'budget');
  gauge(
    'qualys.api.budget.used',
    'Calls made in the window that ends now',
    'used',
  );
  gauge(
    'qualys.api.budget.remaining',
    'Calls that can still be made now',
    'remaining',
  );
}

/** Makes the gauges, which are read when the metrics are collected. */
export function createGauges(
  metrics: MetricsService,
  sources: GaugeSources,
): void {
  mirrorGauges(metrics, sources);
  budgetGauges(metrics, sources);
}

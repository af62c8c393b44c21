import { readFileSync } from 'node:fs';
import type { ServiceFactory } from '@backstage/backend-plugin-api';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { simulated, startQualysBackend } from '../__testUtils__/backend';
import { collectMetrics, type Measured } from '../__testUtils__/metrics';
import { useSimulator } from '../__testUtils__/simulator';
import { optionalMetricsServiceRef } from './metricsRef';

jest.setTimeout(60_000);

const OPERATIONS = resolvePackagePath(
  'backstage-plugin-qualys-backend',
  '../../docs/operations.md',
);

function sum(values: Measured[], labels: Partial<Measured>): number {
  return values
    .filter(each =>
      Object.entries(labels).every(([key, value]) => each[key] === value),
    )
    .reduce((total, { value }) => total + value, 0);
}

describe('the metrics', () => {
  const simulator = useSimulator(240);
  let metrics: ReturnType<typeof collectMetrics>;
  let backend: Awaited<ReturnType<typeof startQualysBackend>>;

  const start = (more: object = {}) =>
    startQualysBackend({
      subscriptions: { main: { ...simulated(simulator.current), ...more } },
      features: [metrics.factory],
    });
  const sync = () => backend.scheduler.triggerTask('qualys-sync-main');
  const firstOf = async (provider: string) => {
    const { body } = await backend.get(`/connectors?provider=${provider}`);
    return body.items[0].id;
  };

  beforeEach(async () => {
    metrics = collectMetrics();
    backend = await start();
  });
  afterEach(() => backend.stop());

  it('count syncs by what became of them, and what they changed', async () => {
    await sync();
    const { control } = simulator.current;
    control.removeConnector(await firstOf('AWS'));
    control.updateConnector(await firstOf('AZURE'), { name: 'Renamed' });
    await sync();
    control.addFault({ match: { path: '/aws/' }, kind: 'status', status: 403 });
    await sync();

    const main = { subscription: 'main' };
    expect(await metrics.of('qualys.sync.runs')).toEqual([
      { value: 1, outcome: 'complete', ...main },
      { value: 1, outcome: 'complete', ...main },
      { value: 1, outcome: 'incomplete', ...main },
    ]);
    const durations = await metrics.of('qualys.sync.duration');
    expect(durations).toHaveLength(3);
    expect(durations.every(({ value }) => value > 0 && value < 60)).toBe(true);
    const connectors = await metrics.of('qualys.sync.connectors');
    // Two are in Asset Management alone.
    expect(sum(connectors, { change: 'added' })).toBe(242);
    expect(sum(connectors, { change: 'changed' })).toBe(1);
    expect(sum(connectors, { change: 'removed' })).toBe(1);
  });

  it('count calls to Qualys by family and outcome, and those that are repeated', async () => {
    const { control } = simulator.current;
    control.addFault({
      match: { path: '/aws/' },
      kind: 'status',
      status: 503,
      times: 1,
    });
    await sync();
    const calls = await metrics.of('qualys.api.calls');
    const family = { subscription: 'main', family: 'cloudView' };
    expect(sum(calls, { ...family, outcome: 'unavailable' })).toBe(1);
    expect(sum(calls, { ...family, outcome: 'ok' })).toBe(3);
    expect(sum(calls, { family: 'qps', outcome: 'ok' })).toBe(3);
    expect(sum(calls, {})).toBe(control.journal().length);
    expect(await metrics.of('qualys.api.duration')).toHaveLength(calls.length);
    expect(await metrics.of('qualys.api.retries')).toEqual([
      { value: 1, ...family, reason: 'unavailable' },
    ]);
  });

  it('tell how long calls wait for their turn', async () => {
    await backend.stop();
    metrics = collectMetrics();
    backend = await start({ limits: { cloudView: { concurrency: 1 } } });
    await sync();
    simulator.current.control.addFault({
      match: {},
      kind: 'slow',
      delayMs: 50,
    });
    await Promise.all([
      sync(),
      backend.get(`/connectors/main/${await firstOf('GCP')}/errors`),
      backend.get(`/connectors/main/${await firstOf('AZURE')}/errors`),
    ]);
    const waits = await metrics.of('qualys.api.waits');
    expect(waits.length).toBeGreaterThan(0);
    expect(waits[0]).toMatchObject({
      subscription: 'main',
      family: 'cloudView',
      reason: 'concurrency',
      priority: expect.stringMatching(/^(user|background)$/),
    });
    expect(waits.every(({ value }) => value > 0 && value < 60)).toBe(true);
  });

  it('show the mirror: connectors by state, its age, and what is held back', async () => {
    expect(await metrics.of('qualys.mirror.age')).toEqual([]);
    await sync();
    const connectors = await metrics.of('qualys.connectors');
    expect(sum(connectors, { subscription: 'main' })).toBe(242);
    expect(sum(connectors, { state: 'success' })).toBeGreaterThan(0);
    // Those that there are none of are shown as well, so that they go to zero.
    expect(new Set(connectors.map(({ state }) => state)).size).toBe(
      connectors.length,
    );
    const [age] = await metrics.of('qualys.mirror.age');
    expect(age).toEqual({ value: expect.any(Number), subscription: 'main' });
    expect(age.value).toBeLessThan(60);

    const { body } = await backend.get('/connectors?provider=AWS&limit=30');
    for (const { id } of body.items) {
      simulator.current.control.removeConnector(id);
    }
    await sync();
    expect(await metrics.of('qualys.removals.held_back')).toEqual([
      { value: 30, subscription: 'main', provider: 'AWS', state: 'waiting' },
    ]);
  });

  it('show the budget of calls', async () => {
    await sync();
    const [budget, used, remaining] = await Promise.all(
      ['', '.used', '.remaining'].map(name =>
        metrics.of(`qualys.api.budget${name}`),
      ),
    );
    const family = { subscription: 'main', family: 'cloudView' };
    expect(used).toContainEqual({
      value: simulator.current.control
        .journal()
        .filter(({ host }) => host === 'cloudView').length,
      ...family,
    });
    expect(sum(budget, family)).toBe(
      sum(used, family) + sum(remaining, family),
    );
  });

  it('have labels of few values only: no ids and no names of connectors', async () => {
    await sync();
    const { body } = await backend.get('/connectors?limit=200');
    const all = JSON.stringify(
      await Promise.all(metrics.names().map(name => metrics.of(name))),
    );
    for (const { id, account } of body.items) {
      expect(all).not.toContain(id);
      expect(all).not.toContain(account);
    }
  });

  it('are all in the documentation, and no others', () => {
    const documented = readFileSync(OPERATIONS, 'utf8').match(
      /(?<=^\| `)qualys\.[\w.]+(?=`)/gm,
    );
    const ours = metrics.names().filter(name => name.startsWith('qualys.'));
    expect([...(documented ?? [])].sort()).toEqual(ours);
  });

  it('go nowhere where the backend has no service for them', async () => {
    const { __defaultFactory } = optionalMetricsServiceRef as unknown as {
      __defaultFactory(ref: unknown): Promise<ServiceFactory>;
    };
    const { factory } = (await __defaultFactory(
      optionalMetricsServiceRef,
    )) as unknown as { factory(deps: {}): Promise<typeof metrics.service> };
    const service = await factory({});
    service.createCounter('a').add(1);
    service.createUpDownCounter('b').add(1);
    service.createHistogram('c').record(1);
    service.createGauge('d').record(1);
    const callback = jest.fn();
    service.createObservableCounter('e').addCallback(callback);
    service.createObservableUpDownCounter('f').addCallback(callback);
    service.createObservableGauge('g').addCallback(callback);
    service.createObservableGauge('g').removeCallback(callback);
    expect(callback).not.toHaveBeenCalled();
  });
});

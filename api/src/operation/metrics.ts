import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { World } from '../world.ts';
import type { RequestTold } from './logging.ts';

/** Figures of a running server, in OpenMetrics. */
export interface Metrics {
  readonly contentType: string;
  request(told: RequestTold): void;
  text(): Promise<string>;
}

/** Labels take few values only: a method, a route as it is written, the hundreds of a status. Nobody's name, no number. */
export function metricsOf(world: Pick<World, 'store' | 'log'>): Metrics {
  const registry = new Registry<typeof Registry.OPENMETRICS_CONTENT_TYPE>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry, prefix: 'zhaozhang_' });
  const registers = [registry];
  const seconds = new Histogram({
    ...{ name: 'zhaozhang_http_request_seconds', help: '请求从收到到答完的秒数', registers },
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  });
  const acts = new Counter({
    ...{ name: 'zhaozhang_acts', help: '办成的行为和没有办成的', registers },
    labelNames: ['outcome'],
  });
  const waiting = new Gauge({
    ...{ name: 'zhaozhang_log_waiting', help: '待入链的事件，至多数到一万', registers },
  });
  const entries = new Gauge({ name: 'zhaozhang_log_entries', help: '存证日志的条数', registers });
  return {
    contentType: registry.contentType,
    request: ({ method, route, status, milliseconds }) => {
      seconds.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000);
      if (method === 'POST' && route === '/api/acts')
        acts.inc({ outcome: status < 300 ? 'done' : status < 500 ? 'refused' : 'failed' });
    },
    text: async () => {
      waiting.set((await world.store.outbox.waiting(10_000)).waiting);
      entries.set(world.log.size());
      return registry.metrics();
    },
  };
}

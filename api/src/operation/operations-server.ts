import { createServer } from 'node:http';
import { listening } from '../start/listening.ts';
import type { World } from '../world.ts';
import type { Metrics } from './metrics.ts';
import { readinessOf } from './readiness.ts';

/**
 * What the machine's keeper asks, on a port of its own that only the machine itself reaches: behind a proxy, a path of
 * the public port could be reached by anybody.
 */
export async function operationsServer(
  world: World,
  metrics: Metrics,
  port: number,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, text: string): void => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
      response.end(text);
    };
    const json = 'application/json; charset=utf-8';
    const work = async (): Promise<void> => {
      switch (request.url) {
        case '/health':
          return answer(200, json, '{"alive":true}');
        case '/ready': {
          const told = await readinessOf(world);
          return answer(told.ready ? 200 : 503, json, JSON.stringify(told));
        }
        case '/metrics':
          return answer(200, metrics.contentType, await metrics.text());
        default:
          return answer(404, json, '{}');
      }
    };
    work().catch(() => answer(503, json, '{}'));
  });
  const host = '127.0.0.1';
  const taken = await listening(server, { host, port });
  return {
    url: `http://${host}:${taken}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { listening } from './listening.ts';

/** How long what is under way may take once the server is told to stop; an upload that hangs must not hold it longer. */
const grace = 10_000;

/** The port one comes in by: taken first, opened last, and closed before anything that stands behind it. */
export interface Door {
  readonly server: Server;
  readonly port: number;
  /**
   * Lets nobody in any more and waits for those who are: whoever has handed something in gets the answer. May be asked
   * twice.
   */
  close(): Promise<void>;
}

/**
 * Taken before the database is started, so that a taken port is told at once and nothing has to be undone. Requests
 * that come before the handler is there are answered 503.
 *
 * @throws PortTaken
 */
export async function takeDoor(at: { readonly host: string; readonly port: number }): Promise<Door> {
  const server = createServer();
  server.requestTimeout = 15 * 60_000;
  const underWay = new Set<ServerResponse>();
  let closing = false;
  server.on('request', (_request, response) => {
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
    // The connection ends with its answer: on one kept alive the next request would be cut off in the middle.
    if (closing) response.shouldKeepAlive = false;
    if (server.listenerCount('request') > 1) return;
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '2' });
    response.end('正在启动，请稍候刷新。');
  });
  const port = await listening(server, at);
  return {
    server,
    port,
    close: () => {
      closing = true;
      for (const response of underWay) response.shouldKeepAlive = false;
      return closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), grace);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
  });
}

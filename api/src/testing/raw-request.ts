import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** What came back, whole. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent piece by piece; without a content-length among the headers, chunked. */
  readonly body?: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>;
}

/**
 * A request exactly as given: a browser or `fetch` would tidy paths, refuse headers and add lengths. A server that
 * answers before the body is through has answered; that it then hangs up is its right.
 */
export function rawRequest(url: string, path: string, asked: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answered = false;
    const sending = request(
      { hostname, port, path, method: asked.method ?? 'GET', headers: { ...asked.headers }, agent: false },
      (response) => {
        answered = true;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        const told = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          });
        response.on('end', told);
        response.on('error', told);
      },
    );
    sending.on('error', (error) => {
      if (!answered) reject(error);
    });
    void pour(sending, asked.body ?? [], () => answered);
  });
}

async function pour(
  sending: ReturnType<typeof request>,
  body: Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>,
  answered: () => boolean,
): Promise<void> {
  let goOn = (): void => undefined;
  for (const event of ['drain', 'close', 'response']) sending.on(event, () => goOn());
  for await (const piece of body) {
    if (answered() || sending.destroyed) return;
    if (!sending.write(piece))
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
  }
  sending.end();
}

/** A body of so many bytes that is never in memory as a whole. */
export function* manyBytes(total: number, piece = 64 * 1024): Generator<Uint8Array> {
  const bytes = Buffer.alloc(piece, 'a');
  for (let sent = 0; sent < total; sent += piece) yield bytes.subarray(0, Math.min(piece, total - sent));
}

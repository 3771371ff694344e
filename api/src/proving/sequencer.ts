import type { Log } from '@zhaozhang/evidence';
import type { Store, StoredEvent } from '@zhaozhang/store';
import { leafOf } from './leaf.ts';

/** Takes committed events into the transparency log, in batches, one at a time. */
export interface Sequencer {
  start(): void;
  /** Logs everything that waits; for shutdown and tests. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const batchSize = 500;
const pauseMs = 400;

export function sequencer(store: Store, log: Log, onError: (error: unknown) => void): Sequencer {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let reconciled = false;
  let stopped = false;

  const step = async (): Promise<boolean> => {
    if (!reconciled) {
      await reconcile(store, log);
      reconciled = true;
    }
    const events = await store.outbox.take(batchSize);
    if (events.length === 0) return false;
    try {
      const { first } = await log.append(events.map(leafOf));
      await mark(store, events, first);
    } catch (error) {
      // Whether the batch stands, or is marked, is not known: look before writing again.
      reconciled = false;
      throw error;
    }
    return events.length === batchSize;
  };
  const drain = (): Promise<void> => {
    running = running.then(async () => {
      while (await step());
    });
    const mine = running;
    running = mine.catch(() => undefined);
    return mine;
  };
  const loop = (): void => {
    timer = setTimeout(() => {
      void drain()
        .catch(onError)
        .finally(() => {
          if (!stopped) loop();
        });
    }, pauseMs);
    timer.unref();
  };
  return {
    start: loop,
    drain,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await drain().catch(onError);
    },
  };
}

/**
 * A crash between the log's append and the mark leaves events in the outbox that stand in the log already: the last
 * batch at most, for one sequencer writes one batch at a time. They are found by their leaves and marked, never
 * logged twice.
 */
async function reconcile(store: Store, log: Log): Promise<void> {
  const waiting = await store.outbox.take(batchSize);
  if (waiting.length === 0) return;
  const from = Math.max(0, log.size() - batchSize);
  const indexOf = new Map<string, number>();
  let index = from;
  // The first place counts, should a leaf ever stand twice: it is the one that may be marked already.
  for await (const leaf of log.entries(from)) {
    const text = new TextDecoder().decode(leaf);
    if (!indexOf.has(text)) indexOf.set(text, index);
    index += 1;
  }
  const found = waiting.flatMap((event) => {
    const idx = indexOf.get(new TextDecoder().decode(leafOf(event)));
    return idx === undefined ? [] : [{ position: event.position, idx }];
  });
  if (found.length > 0) await store.outbox.mark(found);
}

async function mark(store: Store, events: readonly StoredEvent[], first: number): Promise<void> {
  await store.outbox.mark(events.map(({ position }, offset) => ({ position, idx: first + offset })));
}

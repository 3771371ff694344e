import type { StoredEvent } from '@zhaozhang/store';

/** What was found wrong: where, and what it means. */
export interface Discrepancy {
  readonly check: 'event' | 'state' | 'decision' | 'log';
  readonly where: string;
  readonly what: string;
}

export function placeOf(event: Pick<StoredEvent, 'agency' | 'stream' | 'version' | 'type'>): string {
  return `${event.agency} ${event.stream} 第 ${event.version} 号事件（${event.type}）`;
}

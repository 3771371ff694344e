import type { StoredEvent } from '@zhaozhang/store';

/** What a verification compares. */
export type Check =
  | 'event'
  | 'decision'
  | 'state'
  | 'duty'
  | 'search'
  | 'published'
  | 'sealed'
  | 'blob'
  | 'log';

/** What was found wrong: where, and what it means. */
export interface Discrepancy {
  readonly check: Check;
  readonly where: string;
  readonly what: string;
}

export const checkLabels: Readonly<Record<Check, string>> = {
  event: '事件',
  decision: '重新判定',
  state: '状态',
  duty: '待办期限',
  search: '检索',
  published: '公示页',
  sealed: '加密信息',
  blob: '附件',
  log: '存证日志',
};

export function placeOf(event: Pick<StoredEvent, 'agency' | 'stream' | 'version' | 'type'>): string {
  return `${event.agency} ${event.stream} 第 ${event.version} 号事件（${event.type}）`;
}

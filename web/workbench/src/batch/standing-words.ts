import type { BatchCase } from '@zhaozhang/api/contract';
import type { Item } from './plan.ts';

/** How a case stands in a batch, in a word and its colour. */
export function standingOf(item: Item, found: BatchCase | undefined): { word: string; chip: string } {
  switch (item.standing) {
    case 'done':
      return { word: '已办成', chip: 'chip-good' };
    case 'sent':
      return { word: '已送出，等结果', chip: 'chip-plain' };
    case 'refused':
      return { word: '不能办', chip: 'chip-danger' };
    case 'changed':
      return { word: '案卷有变化，请再看', chip: 'chip-warn' };
    case 'failed':
      return { word: '没有办成', chip: 'chip-danger' };
    case 'waiting':
      if (found?.preview.status === 'refused') return { word: '现在不能办', chip: 'chip-warn' };
      if (item.told !== undefined) return { word: '检查通过', chip: 'chip-good' };
      return { word: found === undefined ? '待办' : '可以办', chip: 'chip-plain' };
  }
}

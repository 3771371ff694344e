import type { PublicList } from '@zhaozhang/api/contract/public';

/**
 * How much is shown, and whether more follows. No total is said: it would let a stranger learn, by asking twice,
 * what came and went between the two questions.
 */
export function countText(list: PublicList): string {
  const place = list.page > 1 ? `第 ${list.page} 页，` : '';
  return `${place}本页 ${list.rows.length} 件，${list.more ? '后面还有。' : '后面没有了。'}只包括已经公示的决定。`;
}

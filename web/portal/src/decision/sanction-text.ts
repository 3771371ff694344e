import type { PublicDecision } from '@zhaozhang/api/contract/public';
import { yuanText } from '@zhaozhang/kit';

type Sanction = PublicDecision['sanctions'][number];

/** One sanction in words: kind, sum, detail. */
export function sanctionText({ kind, amount, detail }: Sanction): string {
  const sum = amount === undefined ? '' : ` ${yuanText(amount)}`;
  return `${kind}${sum}${detail === undefined || detail === '' ? '' : `（${detail}）`}`;
}

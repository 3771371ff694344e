import { codeLabel, defencePointsOf, reviewOf } from '@zhaozhang/core';
import type { AnyEntry } from '@zhaozhang/core';
import { escaped } from './html.ts';
import type { Showing } from './value-text.ts';

/** What the parties put forward before the decision, and what became of each point. Later papers change no decision. */
export function defenceHtml(decision: AnyEntry, { state, law }: Showing): string {
  const before = { ...state, entries: state.entries.filter((entry) => entry.version < decision.version) };
  const rows = defencePointsOf(before).map((point) => {
    const row = reviewOf(before, point)?.row;
    const result = row === undefined ? '' : `复核结论：${codeLabel(law, 'defence-result', row.result)}`;
    const effect = row?.effect === undefined ? '' : `，${codeLabel(law, 'defence-effect', row.effect)}`;
    const reason = row?.reason === undefined ? '' : `。理由：${row.reason}`;
    return `<li>${escaped(`${point.label}：${point.text} ${result}${effect}${reason}`)}</li>`;
  });
  return rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`;
}

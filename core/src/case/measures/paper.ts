import type { Structural } from '../../act.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** Decisions on which no measure was taken yet, newest first. */
export function undelivered(state: CaseState): readonly EntryOf<'measure-decision'>[] {
  const used = new Set(entriesOf(state, 'measure').map((entry) => entry.data.decision));
  return [...entriesOf(state, 'measure-decision')].reverse().filter((entry) => !used.has(entry.id));
}

/** A document carries the one measure it was made for, and was there when it was taken. */
export function decisionFaults(
  state: CaseState,
  act: {
    readonly input: { readonly decision?: string | undefined; readonly kind: string; readonly party: string };
    readonly occurredAt: Instant;
  },
): readonly Structural[] {
  const { decision, kind, party } = act.input;
  if (decision === undefined) return [];
  const entry = entryById(state, decision);
  if (entry?.kind !== 'measure-decision' || entry.data.kind !== kind || entry.data.party !== party)
    return [
      {
        code: 'LINK_BROKEN',
        because: '所选的决定书不是对这名当事人的这种措施',
        field: 'input.decision',
        remedy: { says: '选择对同一当事人、同一种措施的决定书' },
      },
    ];
  if (entriesOf(state, 'measure').some((one) => one.data.decision === decision))
    return [
      {
        code: 'DOCUMENT_USED',
        because: '所选的决定书已经用于另一次措施',
        field: 'input.decision',
        remedy: { says: '另行制作决定书', act: 'case.decide-measure' },
      },
    ];
  return tooEarly(act.occurredAt, entry.at, '实施的时刻早于决定书制作的时刻');
}

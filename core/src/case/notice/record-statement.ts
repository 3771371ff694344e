import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code, localId } from '../inputs.ts';
import { noticeTo } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { ifOnly } from '../parties/if-only.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 陈述申辩 (处罚法第四十五条): what a party said against the proposal, or that it expressly says nothing. */
export const recordStatement = defineAct({
  name: 'case.record-statement',
  event: 'case.statement-recorded',
  label: '记录陈述申辩',
  aggregate: 'case',
  nature: 'factual',
  stage: 'decision',
  kinds: ['penalty', 'execution'],
  creates: 'statement',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    waives: z.boolean().meta({ label: '明确放弃陈述申辩' }),
    points: z.optional(
      z
        .array(
          z.strictObject({
            kind: code('defence-point-kind', '所提的是'),
            text: z.string().trim().min(2, '请写明所提的内容').max(2000).meta({ label: '内容', long: true }),
          }),
        )
        .max(200)
        .meta({ label: '逐项登记所提的事实、理由和证据' }),
    ),
  }),
  standing: (state) =>
    entriesOf(state, 'notice').length > 0 || entriesOf(state, 'demand').length > 0
      ? []
      : [
          {
            code: 'NOTICE_MISSING',
            because: '尚未制作事先告知书',
            remedy: { says: '先制作事先告知书', act: 'case.give-notice' },
          },
        ],
  invariants: (state, act) =>
    !toldOf(state, act.input.party)
      ? [
          {
            code: 'NOTICE_MISSING',
            because: '尚未告知该当事人',
            field: 'input.party',
            remedy: { says: '先向该当事人告知', act: 'case.give-notice' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'statement', event.input),
  prefill: (state) => {
    const told = presentParties(state).filter((party) => toldOf(state, party.id));
    return { input: { waives: false, ...ifOnly(told) } };
  },
});

/** What it can speak against: a penalty that is proposed, or what it is told once more to perform. */
function toldOf(state: CaseState, party: string): boolean {
  return (
    noticeTo(state, party) !== undefined ||
    entriesOf(state, 'demand').some(({ data }) => data.parties.includes(party))
  );
}

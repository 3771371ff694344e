import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { alsoIn, calledBy, caseRef, otherCase, otherFaults, otherStream } from './other-case.ts';
import { entriesOf, withEntry } from '../state.ts';

/** How a relation is called from the other side; one that is not named here is the same from both. */
const fromTheOtherSide: Readonly<Record<string, string>> = { 'caused-by': 'causes', causes: 'caused-by' };

/** 关联案件: two cases have to do with each other; each of them shows the other. Nothing else follows from it. */
export const linkCases = defineAct({
  name: 'case.link',
  event: 'case.linked',
  label: '关联案件',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'initiation',
  afterClosing: true,
  creates: 'link',
  input: z.strictObject({ other: caseRef('关联的案件'), relation: code('case-relation', '关系') }),
  reads: (act) => otherStream((act.input as { readonly other?: unknown } | null | undefined)?.other),
  invariants: (state, act, context) => {
    const unknown = otherFaults(state, act.input.other, context, 'input.other');
    if (unknown.length > 0) return unknown;
    return entriesOf(state, 'link').some(
      ({ data }) => data.other === act.input.other && data.relation === act.input.relation,
    )
      ? [
          {
            code: 'ALREADY_LINKED',
            because: '两案已经按这一关系关联',
            field: 'input.other',
            remedy: { says: '核对所选的案件和关系' },
          },
        ]
      : [];
  },
  consequences: (state, act, context) => {
    const { other, relation } = act.input;
    const linked = otherCase(context, other);
    return {
      outcome: { number: linked === undefined ? '' : calledBy(linked) },
      others: [
        alsoIn(other, act, context, 'case.linked', {
          from: state.stream,
          number: calledBy(state),
          relation: fromTheOtherSide[relation] ?? relation,
        }),
      ],
    };
  },
  apply: (state, event) => {
    const { from, number, relation } = event.outcome ?? {};
    return withEntry(state, event, 'link', {
      other: typeof from === 'string' ? from : event.input.other,
      number: String(number ?? ''),
      relation: typeof relation === 'string' ? relation : event.input.relation,
    });
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { alsoIn, calledBy, caseRef, otherCase, otherFaults, otherStream } from '../course/other-case.ts';
import { code } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';

/**
 * 案源登记: where the matter came from. The first act of a file. What the judicial organ sends back (处罚法第二十七条第一款) is a
 * matter of its own, with its own day; the file that was referred and this one name each other from the first act on.
 */
export const registerLead = defineAct({
  name: 'case.register-lead',
  event: 'case.lead-registered',
  label: '登记案源',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  creates: 'lead',
  opens: true,
  input: z.strictObject({
    source: code('lead-source', '案件来源').meta({ label: '案件来源', codes: 'lead-source', narrows: true }),
    item: z.optional(z.string().max(100).meta({ label: '执法事项', ref: 'enforcement-item' })),
    summary: z.string().trim().min(1, '请写明线索摘要').max(2000).meta({ label: '线索摘要', long: true }),
    returnOf: z.optional(caseRef('原来移送司法机关的案件（司法机关移回的选择）')),
  }),
  reads: (act) => otherStream((act.input as { readonly returnOf?: unknown } | null | undefined)?.returnOf),
  standing: (state) =>
    state.version === 0
      ? []
      : [
          {
            code: 'LEAD_ALREADY_REGISTERED',
            because: '本案已登记案源',
            remedy: { says: '另有线索的，另行登记' },
          },
        ],
  invariants: (state, act, context) => {
    const { returnOf } = act.input;
    if (returnOf === undefined) return [];
    const unknown = otherFaults(state, returnOf, context, 'input.returnOf');
    if (unknown.length > 0) return unknown;
    const former = otherCase(context, returnOf);
    return former === undefined || entriesOf(former, 'criminal-referral').length > 0
      ? []
      : [
          {
            code: 'CRIME_NOT_REFERRED',
            because: '所选案件没有移送过司法机关',
            field: 'input.returnOf',
            remedy: { says: '选择原来移送的案件；没有在本系统移送的不选' },
          },
        ];
  },
  consequences: (state, act, context) => {
    const { returnOf } = act.input;
    const former = returnOf === undefined ? undefined : otherCase(context, returnOf);
    if (returnOf === undefined || former === undefined) return {};
    return {
      outcome: { number: calledBy(former) },
      others: [
        alsoIn(returnOf, act, context, 'case.linked', {
          from: state.stream,
          // It has no number yet; what it says stands in its own file.
          number: '司法机关移回的案源',
          relation: 'causes',
        }),
      ],
    };
  },
  apply: (state, event) => {
    const { returnOf, ...told } = event.input;
    const lead = withEntry(state, event, 'lead', told);
    return returnOf === undefined
      ? lead
      : withEntry(
          lead,
          event,
          'link',
          { other: returnOf, number: String(event.outcome?.['number'] ?? ''), relation: 'caused-by' },
          `${event.actId}-link`,
          {},
        );
  },
});

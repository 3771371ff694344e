import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { code, localId, sanctions } from '../inputs.ts';
import { discretionTold } from '../deciding/departure.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { pendingReview } from './reviewing.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { presentParties } from '../parties/present-parties.ts';

/** 送审 (处罚法第五十八条): lays what is proposed before the legal reviewers. Each time is a round of its own. */
export const submitReview = defineAct({
  name: 'case.submit-review',
  event: 'case.review-submitted',
  label: '送法制审核',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'review',
  input: z.strictObject({
    unit: localId.meta({ label: '审核机构', ref: 'unit' }),
    outcome: code('outcome', '拟作出的决定'),
    sanctions: sanctions.meta({ label: '拟作出的处罚' }),
    evidence: z.array(localId).max(500).meta({ label: '所依据的证据', ref: 'evidence' }),
    assessed: z.optional(z.boolean().meta({ label: '作过评估' })),
    supplied: z.optional(
      z
        .array(
          z.strictObject({
            item: z.number().int().min(1).max(100).meta({ label: '补充清单的第几项' }),
            how: z.string().trim().min(2, '请写明怎样补充').max(500).meta({ label: '补充的证据或者文书' }),
          }),
        )
        .max(100)
        .meta({ label: '逐项补充的情况' }),
    ),
  }),
  standing: (state) => {
    if (filingOf(state) === undefined)
      return [
        {
          code: 'STAGE_RECORD_MISSING',
          because: '本案尚未立案',
          remedy: { says: '先办理立案', act: 'case.file' },
        },
      ];
    if (decisionOf(state) !== undefined) return [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }];
    return pendingReview(state) === undefined
      ? []
      : [{ code: 'REVIEW_IN_PROGRESS', because: '本案已经送审，尚未审结' }];
  },
  invariants: (state, act, context) => {
    const parties = new Set(presentParties(state).map((party) => party.id));
    return [
      ...(Object.hasOwn(context.refs.agency.units, act.input.unit)
        ? []
        : [
            {
              code: 'UNIT_UNKNOWN',
              because: '所选机构尚未登记',
              field: 'input.unit',
              remedy: { says: '先登记该机构', act: 'agency.register-unit' },
            },
          ]),
      ...(act.input.sanctions.every((one) => parties.has(one.party))
        ? []
        : [
            {
              code: 'PARTY_UNKNOWN',
              because: '所选当事人不在本案中',
              field: 'input.sanctions',
              remedy: { says: '从本案当事人中选择' },
            },
          ]),
      ...(act.input.evidence.every((id) => entryById(state, id) !== undefined)
        ? []
        : [
            {
              code: 'LINK_BROKEN',
              because: '所列证据不在本案卷中',
              field: 'input.evidence',
              remedy: { says: '从卷内证据中选择' },
            },
          ]),
    ];
  },
  consequences: (state, act, { refs }) => {
    const told = discretionTold(state, act.input, { agency: refs.agency, at: act.occurredAt, inside: true });
    return told.discretion === undefined ? {} : { outcome: { discretion: told.discretion } };
  },
  apply: (state, event) => withEntry(state, event, 'review', event.input),
  prefill: (state) => {
    const notice = entriesOf(state, 'notice').at(-1);
    const departure = notice?.record['penalty.departure'];
    const evidence = entriesOf(state, 'interview')
      .filter((entry) => entry.defects.length === 0)
      .map((entry) => entry.id);
    return {
      input: {
        outcome: 'penalty',
        evidence,
        ...(notice === undefined ? {} : { sanctions: notice.data.sanctions as unknown as Value }),
      },
      ...(departure === undefined ? {} : { record: { 'penalty.departure': departure } }),
    };
  },
});

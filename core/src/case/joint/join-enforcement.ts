import { z } from 'zod';
import type { Structural } from '../../act.ts';
import { defineAct } from '../../act.ts';
import { allNamesOf } from '../../authority/names.ts';
import { code } from '../inputs.ts';
import { withEntry } from '../state.ts';
import { tooEarly } from '../too-early.ts';
import { isNamedOnly, isSameAgency, partnersOf, presentPartners } from './partners.ts';
import { personOfPartner } from './present.ts';

const matters = z.array(
  z.strictObject({
    matter: z.string().trim().min(2, '请写明事项').max(200).meta({ label: '职权事项' }),
  }),
);

/**
 * 登记联合执法的机关: another agency goes along, by a paper that arranged it. Nobody's powers grow by it (处罚法第十七条): what
 * each is in charge of is written down so that each decides on its own matters only, and in its own name.
 */
export const joinEnforcement = defineAct({
  name: 'case.join-enforcement',
  event: 'case.enforcement-joined',
  label: '登记联合执法的机关',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'partner',
  input: z.strictObject({
    name: z.string().trim().min(2, '请写明机关的名称').max(100).meta({ label: '联合执法的机关' }),
    role: code('joint-role', '牵头或者配合'),
    matters: matters.min(1, '请写明该机关的职权事项').max(50).meta({ label: '该机关的职权事项' }),
    ours: matters.min(1, '请写明本机关的职权事项').max(50).meta({ label: '本机关的职权事项' }),
    people: z.optional(z.array(z.strictObject(personOfPartner)).max(50).meta({ label: '该机关的执法人员' })),
    document: z
      .string()
      .trim()
      .min(4, '请写明文书的名称和文号')
      .max(200)
      .meta({ label: '安排联合执法的文书（名称、文号）' }),
  }),
  standing: (state) =>
    state.entries.length === 0
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '还没有可以联合办理的案卷',
            remedy: { says: '先登记案源、申请或者检查任务' },
          },
        ]
      : [],
  invariants: (state, act, { refs }): readonly Structural[] => {
    const { name, role } = act.input;
    if (allNamesOf(refs.agency).some((own) => isSameAgency(name, own)))
      return [
        {
          code: 'PARTNER_SELF',
          because: '联合执法的机关不能是本机关自己',
          field: 'input.name',
          remedy: { says: '填写与本机关一同执法的其他机关' },
        },
      ];
    const same = presentPartners(state).find((one) => isSameAgency(one.name, name));
    if (same !== undefined && !isNamedOnly(same))
      return [
        {
          code: 'ALREADY_JOINED',
          because: `${same.name}已经登记为本案联合执法的机关`,
          field: 'input.name',
          remedy: { says: '另有机关参加的，填写另一机关；该机关退出后又参加的，先登记退出' },
        },
      ];
    // One that has left may come back, though not before it left.
    const left = partnersOf(state).findLast((one) => one.left !== undefined && isSameAgency(one.name, name));
    const early = tooEarly(
      act.occurredAt,
      left?.left?.at,
      '参加的时刻早于该机关退出的时刻',
      '核对参加的时刻',
    );
    if (early.length > 0) return early;
    const lead = presentPartners(state).find((one) => one.role === 'lead');
    return role === 'lead' && lead !== undefined && lead.id !== same?.id
      ? [
          {
            code: 'LEAD_TAKEN',
            because: `本案已由${lead.name}牵头`,
            field: 'input.role',
            remedy: { says: '核对由哪一机关牵头，其余的选择配合' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'partner', event.input),
  prefill: (state) => {
    const partners = presentPartners(state);
    const bare = partners.find(isNamedOnly);
    const told = partners.findLast(({ ours }) => ours.length > 0);
    const led = partners.some(({ role }) => role === 'lead');
    return {
      input: {
        ...(bare === undefined ? {} : { name: bare.name }),
        ...(led ? { role: 'support' } : {}),
        ...(told === undefined ? {} : { ours: told.ours.map((matter) => ({ matter })) }),
        ...(told?.document === undefined ? {} : { document: told.document }),
      },
    };
  },
});

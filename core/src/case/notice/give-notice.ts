import { z } from 'zod';
import { unitOf } from '../../authority/state.ts';
import { defineAct } from '../../act.ts';
import { signature } from '../signature.ts';
import { assessmentOf } from '../inquiry/circumstances.ts';
import { notInRegister } from '../opening/founding.ts';
import { gainsDue, gainsOf } from '../inquiry/gains.ts';
import { bases, code, localId, sanctions } from '../inputs.ts';
import { isEvidence } from '../inquiry/exclusion.ts';
import { discretionTold } from '../deciding/departure.ts';
import { levelWeighed, standingWeighings } from '../inquiry/weighing.ts';
import { benchmarkById } from '../../authority/legal-basis.ts';
import { decisionOf } from '../reading.ts';
import { entryById, withEntry } from '../state.ts';
import type { ActContext } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { presentParties } from '../parties/present-parties.ts';
import { alreadyDecided } from '../deciding/already-decided.ts';

/** 事先告知 (处罚法第四十四条): tells parties what is proposed, why, and their rights, before any penalty. */
export const giveNotice = defineAct({
  name: 'case.give-notice',
  event: 'case.notice-given',
  label: '制作事先告知书',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'notice',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择被告知的当事人')
      .max(200)
      .meta({ label: '被告知的当事人', ref: 'party' }),
    sanctions: sanctions.min(1, '请写明拟作出的处罚').meta({ label: '拟作出的处罚' }),
    bases: z.optional(bases),
    defenceDays: z.number().int().min(1).max(365).meta({ label: '陈述申辩期限（工作日）' }),
    rights: z.optional(
      z
        .array(
          z.strictObject({
            right: code('notice-right', '权利'),
            days: z.optional(z.number().int().min(1).max(365).meta({ label: '期限（送达后的工作日）' })),
            office: z.optional(z.string().trim().max(100).meta({ label: '受理的部门' })),
          }),
        )
        .max(20)
        .meta({ label: '逐项告知的权利' }),
    ),
    newEvidence: z.optional(
      z
        .array(localId)
        .max(200)
        .meta({ label: '原告知之后查得新事实的证据（重新告知的填）', ref: 'evidence' }),
    ),
  }),
  standing: (state) => alreadyDecided(decisionOf(state)),
  invariants: (state, act, { refs }) => {
    const known = new Set(presentParties(state).map((party) => party.id));
    const strangers = [...act.input.parties, ...act.input.sanctions.map((one) => one.party)].filter(
      (id) => !known.has(id),
    );
    if (strangers.length > 0)
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '所选当事人不在本案中',
          field: 'input.parties',
          remedy: { says: '从本案当事人中选择' },
        },
      ];
    const left = act.input.sanctions.some((one) => !act.input.parties.includes(one.party));
    if (left)
      return [
        {
          code: 'PARTY_UNKNOWN',
          because: '拟处罚的当事人没有列为被告知人',
          field: 'input.parties',
          remedy: { says: '把拟处罚的每名当事人列为被告知人' },
        },
      ];
    return (act.input.newEvidence ?? []).every((id) => isEvidence(entryById(state, id)))
      ? notInRegister(act.input, refs.agency)
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.newEvidence',
            remedy: { says: '从卷内证据中选择' },
          },
        ];
  },
  // Why the fine is what it is is told in the paper as it stood that day.
  consequences: (state, act, { refs }) => {
    const told = discretionTold(state, act.input, { agency: refs.agency, at: act.occurredAt });
    return told.discretion === undefined ? {} : { outcome: { discretion: told.discretion } };
  },
  apply: (state, event) => withEntry(state, event, 'notice', event.input),
  prefill: (state, context) => {
    const days = context.law.params['defence.days']?.value;
    const parties = presentParties(state).map((party) => party.id);
    const facts = parties.flatMap((party) => assessmentOf(state, party)?.record['assessment.facts'] ?? []);
    // What was reckoned is to be confiscated: the sum is not typed again.
    const confiscated = parties.flatMap((party) => {
      const computed = gainsOf(state, party);
      const amount = computed === undefined ? 0 : gainsDue(computed.data);
      return amount === 0 ? [] : [{ party, kind: 'confiscation-of-gains', amount }];
    });
    // The level follows from the factors; the sum within it is for whoever proposes it.
    const weighings = standingWeighings(state).filter(({ data }) => parties.includes(data.party));
    const fines = weighings.map((weighing) => {
      const basis = benchmarkById(context.refs.agency, weighing.data.benchmark)?.basis;
      return {
        ...{ party: weighing.data.party, kind: 'fine', level: levelWeighed(weighing) },
        ...(basis === undefined ? {} : { basis }),
      };
    });
    const proposed = [...confiscated, ...fines];
    const founded = [...new Set(fines.flatMap(({ basis }) => (basis === undefined ? [] : [basis])))];
    return {
      input: {
        parties,
        ...(proposed.length === 0 ? {} : { sanctions: proposed }),
        ...(founded.length === 0 ? {} : { bases: founded }),
        ...(typeof days === 'number' ? { defenceDays: days } : {}),
        rights: rightsToTell(context, days) as unknown as Value,
      },
      // Found out and written down already: the notice tells what the assessment says.
      record: {
        ...(facts.length === 0 ? {} : { 'notice.facts': [...new Set(facts)].join('\n') }),
        ...signature(state, context),
      },
    };
  },
});

/** Rights every notice tells of; the hearing is added by whoever proposes what is within its scope. */
function rightsToTell({ actor, refs }: ActContext, days: Value | undefined) {
  const unit = unitOf(refs.agency, actor.officer);
  const office = refs.agency.units[unit ?? '']?.name;
  const taken = office === undefined ? {} : { office };
  const within = typeof days === 'number' ? { days } : {};
  return [
    { right: 'statement', ...within, ...taken },
    { right: 'defence', ...within, ...taken },
    { right: 'recusal', ...taken },
  ];
}

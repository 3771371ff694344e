import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Structural } from '../../act.ts';
import { hasFactors, levelOf, weigh } from '../../authority/discretion-factors.ts';
import type { DiscretionFactor, FactorAnswer } from '../../authority/discretion-factors.ts';
import { benchmarkById, benchmarksOf } from '../../authority/legal-basis.ts';
import type { DiscretionBenchmark } from '../../authority/legal-basis.ts';
import { wrongInput } from '../../authority/wrong-input.ts';
import type { Value } from '../../canonical.ts';
import { dayOf } from '../../time/index.ts';
import { localId, registerId } from '../inputs.ts';
import { conductBy } from '../opening/founding.ts';
import { presentParties } from '../parties/present-parties.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';
import { beforeDecision, strangerTo } from './assess-circumstances.ts';
import { isEvidence, soundEvidence } from './exclusion.ts';
import { editionStands, weighingOf } from './weighing.ts';

/**
 * 认定裁量因素 (处罚法第三十四条): of one party, before a fine is proposed, each factor of the benchmark is answered and what
 * proves the answer is named. The level is not chosen: it follows, and is kept with the answers, so that an edition
 * registered anew changes no file.
 */
export const weighFactors = defineAct({
  name: 'case.weigh-factors',
  event: 'case.factors-weighed',
  label: '认定裁量因素',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'factor-weighing',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    benchmark: registerId.meta({ label: '裁量基准', ref: 'factor-benchmark' }),
    answers: z
      .array(
        z.strictObject({
          factor: z.string().trim().min(1, '请写明因素').max(60).meta({ label: '因素' }),
          option: z.optional(z.string().trim().min(1).max(60).meta({ label: '认定为' })),
          amount: z.optional(
            z.number().int().min(0, '金额不小于零').max(100_000_000_000).meta({ label: '金额', money: true }),
          ),
          count: z.optional(z.number().int().min(0, '数目不小于零').max(1_000_000).meta({ label: '数目' })),
          evidence: z
            .array(localId)
            .min(1, '请选择证明这一项的证据')
            .max(100)
            .meta({ label: '证明这一项的证据', ref: 'evidence' }),
        }),
      )
      .min(1, '请逐项认定裁量因素')
      .max(20)
      .meta({ label: '各项因素', shows: 'factors' }),
  }),
  standing: (state, { refs }) =>
    beforeDecision(state).length > 0 || benchmarksOf(refs.agency).some(hasFactors)
      ? beforeDecision(state)
      : [
          {
            code: 'BASIS_UNKNOWN',
            because: '机关登记的裁量基准都没有列裁量因素',
            remedy: {
              says: '列有因素的先登记；没有列的，在告知、决定时直接选档次',
              act: 'agency.register-benchmark',
            },
          },
        ],
  invariants: (state, act, { refs }) => {
    if (presentParties(state).every(({ id }) => id !== act.input.party)) return [strangerTo('input.party')];
    const edition = benchmarkById(refs.agency, act.input.benchmark);
    const amiss = editionAmiss(edition);
    if (edition === undefined || amiss.length > 0) return amiss;
    const day = dayOf(act.occurredAt);
    if (!editionStands(refs.agency, edition, { day, conductBy: conductBy({ state }) }))
      return [
        {
          code: 'BASIS_UNKNOWN',
          because: '所选的裁量基准办理之日不在有效期内',
          field: 'input.benchmark',
          remedy: { says: '选择现行的裁量基准；起止登记有误的先更正登记', act: 'agency.register-benchmark' },
        },
      ];
    return act.input.answers.every(({ evidence }) => evidence.every((id) => isEvidence(entryById(state, id))))
      ? answersAmiss(edition, act.input.answers)
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列证据不在本案卷中',
            field: 'input.answers',
            remedy: { says: '从卷内证据中选择' },
          },
        ];
  },
  consequences: (_state, act, { refs }) => {
    const edition = benchmarkById(refs.agency, act.input.benchmark);
    const level = edition === undefined ? undefined : levelOf(edition, act.input.answers);
    return { outcome: { level: level?.id ?? '' } };
  },
  apply: (state, event) =>
    withEntry(state, event, 'factor-weighing', {
      ...event.input,
      level: String(event.outcome?.['level'] ?? ''),
    }),
  prefill: (state, { refs, now }) => {
    const day = dayOf(now);
    const standing = benchmarksOf(refs.agency).filter(
      (one) => hasFactors(one) && editionStands(refs.agency, one, { day, conductBy: conductBy({ state }) }),
    );
    const before = entriesOf(state, 'factor-weighing').at(-1);
    const edition =
      standing.find(({ id }) => id === before?.data.benchmark) ??
      (standing.length === 1 ? standing[0] : undefined);
    const parties = presentParties(state).map(({ id }) => id);
    const open = parties.find(
      (id) => edition === undefined || weighingOf(state, id, edition.id) === undefined,
    );
    const party = open ?? before?.data.party;
    const said =
      edition === undefined || party === undefined ? undefined : weighingOf(state, party, edition.id);
    return {
      input: {
        ...(party === undefined ? {} : { party }),
        ...(edition === undefined
          ? {}
          : {
              benchmark: edition.id,
              answers: (said?.data.answers ??
                (edition.factors ?? []).map(({ label }) => ({
                  factor: label,
                  evidence: onlyEvidence(state),
                }))) as unknown as Value,
            }),
      },
    };
  },
});

/** With one sound piece in the file there is nothing to choose: every answer rests on it. */
function onlyEvidence(state: CaseState): readonly string[] {
  const sound = soundEvidence(state);
  return sound.length === 1 ? sound.map(({ id }) => id) : [];
}

function editionAmiss(edition: DiscretionBenchmark | undefined): readonly Structural[] {
  const remedy = { says: '选择列有裁量因素的裁量基准；没有的先登记', act: 'agency.register-benchmark' };
  if (edition === undefined)
    return [{ code: 'BASIS_UNKNOWN', because: '所选的裁量基准没有登记', field: 'input.benchmark', remedy }];
  return hasFactors(edition)
    ? []
    : [{ code: 'BASIS_UNKNOWN', because: '所选的裁量基准没有列裁量因素', field: 'input.benchmark', remedy }];
}

/** Each factor once, with an answer that has its place; else no level follows. */
function answersAmiss(edition: DiscretionBenchmark, answers: readonly FactorAnswer[]): readonly Structural[] {
  const factors = edition.factors ?? [];
  const named = answers.map(({ factor }) => factor);
  const stray = named.findIndex((name) => factors.every(({ label }) => label !== name));
  if (stray >= 0)
    return wrongInput(
      `所选的裁量基准没有「${named[stray]}」这一因素`,
      `answers.${stray}`,
      '按所选基准列明的因素逐项认定',
    );
  const twice = named.findIndex((name, at) => named.indexOf(name) < at);
  if (twice >= 0) return wrongInput(`「${named[twice]}」认定了两次`, `answers.${twice}`, '每个因素认定一次');
  const [open] = weigh(edition, answers).unanswered;
  if (open === undefined) return [];
  const at = named.indexOf(open);
  const factor = factors.find(({ label }) => label === open);
  return [
    {
      code: 'FIELD_MISSING',
      because: `「${open}」还没有认定`,
      field: at < 0 || factor === undefined ? 'input.answers' : `input.answers.${at}.${answeredIn(factor)}`,
      remedy: { says: '逐项认定裁量基准列明的每个因素' },
    },
  ];
}

/** Where a factor of its kind is answered. */
function answeredIn({ kind }: DiscretionFactor): 'option' | 'amount' | 'count' {
  return kind === 'amount' || kind === 'count' ? kind : 'option';
}

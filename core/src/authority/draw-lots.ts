import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { Value } from '../canonical.ts';
import { drawn, publicNumber, seedOf } from '../drawing/draw.ts';
import type { DrawnObject } from '../drawing/draw.ts';
import { formatInstant } from '../time/index.ts';
import { drawById, inspectionsOf } from './inspections.ts';

/**
 * 抽取检查对象和人员: the public number is known, and the rest follows from it. Whoever enters it chooses nothing: the number is
 * the one that was agreed beforehand, and anybody can look it up and draw again.
 */
export const drawLots = defineAct({
  name: 'agency.draw-lots',
  event: 'agency.lots-drawn',
  label: '抽取检查对象和人员',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    draw: z.string().min(1, '请选择封存的名单').max(40).meta({ label: '封存的名单', ref: 'open-draw' }),
    number: z.string().trim().regex(/\d/, '照公布的号码填写').max(100).meta({ label: '公布的号码' }),
    proof: z.string().trim().min(4, '请写明在何处公布').max(300).meta({ label: '号码公布的网址或者报刊' }),
  }),
  invariants: (state, act) => {
    const draw = drawById(state, act.input.draw);
    if (draw === undefined)
      return [
        {
          code: 'DRAW_UNKNOWN',
          because: '没有封存过这份名单',
          field: 'input.draw',
          remedy: { says: '先封存抽查名单', act: 'agency.commit-draw' },
        },
      ];
    if (draw.result !== undefined)
      return [{ code: 'ALREADY_DRAWN', because: '这份名单已经抽取，结果不能更改', field: 'input.draw' }];
    return act.occurredAt < draw.knownAt
      ? [
          {
            code: 'SEED_UNKNOWN',
            because: `约定的号码要到 ${formatInstant(draw.knownAt)} 才公布`,
            field: 'input.number',
            remedy: { says: '号码公布之后再抽取' },
          },
        ]
      : [];
  },
  consequences: (state, act) => {
    const draw = drawById(state, act.input.draw);
    if (draw === undefined) return {};
    const seed = seedOf(draw.commitment, act.input.number);
    return { outcome: { seed, results: drawn(draw.terms, seed) as unknown as Value } };
  },
  apply: (state, event) => {
    const before = inspectionsOf(state);
    const { seed, results } = event.outcome ?? {};
    const draws = before.draws.map((draw) =>
      draw.id === event.input.draw
        ? {
            ...draw,
            result: {
              number: publicNumber(event.input.number),
              proof: event.input.proof,
              seed: String(seed),
              results: results as unknown as readonly DrawnObject[],
              at: event.at,
            },
          }
        : draw,
    );
    return { ...state, inspections: { ...before, draws } };
  },
  prefill: (state) => {
    const [only, ...others] = inspectionsOf(state).draws.filter(({ result }) => result === undefined);
    return only === undefined || others.length > 0 ? {} : { input: { draw: only.id } };
  },
});

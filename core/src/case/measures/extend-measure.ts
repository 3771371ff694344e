import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import { liftingOf, measureFaults, measuresStanding, nothingTaken } from './held-things.ts';

/** 延长强制措施 (行政强制法第二十五条第一款、第二款，第三十二条): the head lets it last longer, and the party is told why. */
export const extendMeasure = defineAct({
  name: 'case.extend-measure',
  event: 'case.measure-extended',
  label: '延长强制措施',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'measure-extension',
  input: z.strictObject({
    measure: localId.meta({ label: '强制措施', ref: 'measure' }),
    days: z.number().int().positive('日数须大于零').meta({ label: '延长的日数' }),
  }),
  standing: (state) => (entriesOf(state, 'measure').length > 0 ? [] : [nothingTaken]),
  invariants: (state, act) => {
    const broken = measureFaults(state, act);
    if (broken.length > 0) return broken;
    return liftingOf(state, act.input.measure) === undefined
      ? []
      : [{ code: 'ALREADY_LIFTED', because: '所选的强制措施已经解除', field: 'input.measure' }];
  },
  apply: (state, event) => withEntry(state, event, 'measure-extension', event.input),
  prefill: (state) => {
    const measure = measuresStanding(state).at(-1);
    return measure === undefined ? {} : { input: { measure: measure.id } };
  },
});

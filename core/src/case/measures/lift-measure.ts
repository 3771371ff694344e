import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { code, localId } from '../inputs.ts';
import { entriesOf, withEntry } from '../state.ts';
import { liftingOf, measureFaults, measuresStanding, nothingTaken } from './held-things.ts';

/** 解除强制措施 (行政强制法第二十八条、第三十三条): there is no more reason for it, or its time is over. */
export const liftMeasure = defineAct({
  name: 'case.lift-measure',
  event: 'case.measure-lifted',
  label: '解除强制措施',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  afterClosing: true,
  // Done at the place where things are held, often long before anybody can type it.
  inField: true,
  creates: 'measure-lifting',
  input: z.strictObject({
    measure: localId.meta({ label: '解除的强制措施', ref: 'measure' }),
    ground: code('lifting-ground', '解除的情形'),
  }),
  standing: (state) => {
    const taken = entriesOf(state, 'measure');
    if (taken.length === 0) return [nothingTaken];
    return taken.every((entry) => liftingOf(state, entry.id) !== undefined)
      ? [{ code: 'ALREADY_LIFTED', because: '本案的强制措施均已解除' }]
      : [];
  },
  invariants: (state, act) => {
    const broken = measureFaults(state, act);
    if (broken.length > 0) return broken;
    return liftingOf(state, act.input.measure) === undefined
      ? []
      : [
          {
            code: 'ALREADY_LIFTED',
            because: '所选的强制措施已经解除',
            field: 'input.measure',
            remedy: { says: '选择尚未解除的强制措施' },
          },
        ];
  },
  reads: (act) => [seriesStream(act, 'measure-lifting')],
  consequences: (_state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'measure-lifting');
    return { outcome: { number }, others: [taken] };
  },
  apply: (state, event) =>
    withEntry(state, event, 'measure-lifting', {
      ...event.input,
      number: String(event.outcome?.['number'] ?? ''),
    }),
  prefill: (state) => {
    const measure = measuresStanding(state)[0];
    return measure === undefined ? {} : { input: { measure: measure.id } };
  },
});

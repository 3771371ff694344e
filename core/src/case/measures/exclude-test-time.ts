import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { dayOf } from '../../time/index.ts';
import { day, localId } from '../inputs.ts';
import { entriesOf, entryById, withEntry } from '../state.ts';
import { measureFaults, measuresStanding, nothingTaken } from './held-things.ts';

/**
 * 登记检测鉴定的期间 (行政强制法第二十五条第三款): days on which things were away to be tested. They are left out of the
 * term only as far as the party was told of them in writing; a test that is finished earlier frees the days left.
 */
export const excludeTestTime = defineAct({
  name: 'case.exclude-test-time',
  event: 'case.test-time-excluded',
  label: '登记检测鉴定的期间',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  creates: 'measure-exclusion',
  input: z.strictObject({
    measure: localId.meta({ label: '强制措施', ref: 'measure' }),
    entrustment: localId.meta({ label: '委托书', ref: 'entrustment' }),
    from: day.meta({ label: '自' }),
    until: day.meta({ label: '至' }),
  }),
  standing: (state) => (entriesOf(state, 'measure').length > 0 ? [] : [nothingTaken]),
  invariants: (state, act) => {
    const { measure, entrustment, from, until } = act.input;
    const broken = measureFaults(state, act);
    if (broken.length > 0) return broken;
    if (entryById(state, entrustment)?.kind !== 'entrustment')
      return [
        {
          code: 'LINK_BROKEN',
          because: '所选的不是本案的委托书',
          field: 'input.entrustment',
          remedy: { says: '先委托检验、检测、鉴定', act: 'case.entrust-expert' },
        },
      ];
    const taken = entryById(state, measure);
    return until < from || (taken !== undefined && from < dayOf(taken.at))
      ? [
          {
            code: 'INPUT_INVALID',
            because: '期间的终止日早于起始日，或者期间早于采取措施之日',
            field: 'input.from',
            remedy: { says: '核对起止日' },
          },
        ]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'measure-exclusion', event.input),
  prefill: (state) => {
    const measure = measuresStanding(state).at(-1);
    const entrustment = entriesOf(state, 'entrustment').at(-1);
    return {
      input: {
        ...(measure === undefined ? {} : { measure: measure.id }),
        ...(entrustment === undefined ? {} : { entrustment: entrustment.id }),
      },
    };
  },
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { code } from '../inputs.ts';
import { turnedAway } from './applying.ts';
import { withEntry } from '../state.ts';

/** 不计入期限的时间 (行政许可法第四十五条): a hearing, a test, a review by experts; the applicant is told in writing how long it takes. */
export const excludeTime = defineAct({
  name: 'case.exclude-time',
  event: 'case.time-excluded',
  label: '登记不计入的时间',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  kinds: ['license', 'confirmation'],
  creates: 'time-exclusion',
  input: z.strictObject({
    ground: code('time-exclusion-ground', '事由'),
    from: day.meta({ label: '首日' }),
    to: day.meta({ label: '末日' }),
  }),
  standing: turnedAway,
  invariants: (_state, act) =>
    act.input.to < act.input.from
      ? [
          {
            code: 'INPUT_INVALID',
            because: '末日早于首日',
            field: 'input.to',
            remedy: { says: '核对首日和末日' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'time-exclusion', event.input),
});

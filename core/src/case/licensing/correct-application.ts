import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { answeredAlready } from './applying.ts';
import { withEntry } from '../state.ts';

/** 当场更正 (行政许可法第三十二条第一款第三项): the applicant mends a slip at the counter; both readings stay in the file. */
export const correctApplication = defineAct({
  name: 'case.correct-application',
  event: 'case.application-corrected',
  label: '申请材料当场更正',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  kinds: ['license', 'confirmation', 'adjudication'],
  creates: 'application-correction',
  input: z.strictObject({
    what: z.string().trim().min(2, '请写明更正的是哪一处').max(200).meta({ label: '更正之处' }),
    before: z.string().trim().min(1, '请写明更正前的内容').max(1000).meta({ label: '更正前', long: true }),
    after: z.string().trim().min(1, '请写明更正后的内容').max(1000).meta({ label: '更正后', long: true }),
  }),
  standing: answeredAlready,
  invariants: (_state, act) =>
    act.input.before === act.input.after
      ? [
          {
            code: 'INPUT_INVALID',
            because: '更正前后的内容相同',
            field: 'input.after',
            remedy: { says: '写明更正后的内容' },
          },
        ]
      : [],
  apply: (state, event) => withEntry(state, event, 'application-correction', event.input),
});

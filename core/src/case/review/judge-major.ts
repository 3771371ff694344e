import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { code } from '../inputs.ts';
import { decisionOf, filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';

/** 判定是否重大 (处罚法第五十八条): which grounds apply that make a decision a major one; none is an answer too. */
export const judgeMajor = defineAct({
  name: 'case.judge-major',
  event: 'case.major-judged',
  label: '判定是否重大',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'major-judgment',
  input: z.strictObject({
    grounds: z.array(code('major-ground', '情形')).max(20).meta({ label: '属于哪些重大情形' }),
  }),
  standing: (state) =>
    filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : decisionOf(state) !== undefined
        ? [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }]
        : [],
  apply: (state, event) =>
    withEntry(state, event, 'major-judgment', { grounds: [...new Set(event.input.grounds)] }),
});

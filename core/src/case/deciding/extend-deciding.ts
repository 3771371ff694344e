import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { decisionMade, filingOf } from '../reading.ts';
import { withEntry } from '../state.ts';
import { alreadyDecided } from './already-decided.ts';

/**
 * 批准延长办案期限 (处罚法第六十条末句): only where a law, regulation or rule provides for it, which says by how much.
 * Whether it may still be granted, and to whose benefit it counts, is the law's business.
 */
export const extendDeciding = defineAct({
  name: 'case.extend-deciding',
  event: 'case.deciding-extended',
  label: '批准延长办案期限',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'decision',
  creates: 'extension',
  input: z.strictObject({}),
  standing: (state) =>
    filingOf(state) === undefined
      ? [
          {
            code: 'STAGE_RECORD_MISSING',
            because: '本案尚未立案',
            remedy: { says: '先办理立案', act: 'case.file' },
          },
        ]
      : alreadyDecided(decisionMade(state)),
  apply: (state, event) => withEntry(state, event, 'extension', {}),
});

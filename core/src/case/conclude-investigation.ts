import { z } from 'zod';
import { defineAct } from '../act.ts';
import { decisionOf, evidenceKinds, filingOf } from './reading.ts';
import { withEntry } from './state.ts';

/**
 * 调查终结 (处罚法第五十四条、第五十七条): the handlers say that they have looked for what speaks for the party as well as
 * against it. It says so of the file they had before them.
 */
export const concludeInvestigation = defineAct({
  name: 'case.conclude-investigation',
  event: 'case.investigation-concluded',
  label: '调查终结',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'investigation-conclusion',
  restsOn: ['party', ...evidenceKinds],
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
      : decisionOf(state) === undefined
        ? []
        : [{ code: 'ALREADY_DECIDED', because: '本案已作出决定' }],
  apply: (state, event) => withEntry(state, event, 'investigation-conclusion', {}),
});

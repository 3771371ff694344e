import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { refusedFiling } from './leads.ts';
import { filingOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';

/** 先行启动: the matter could not wait for its filing. The act's own time is when it began. */
export const startUrgently = defineAct({
  name: 'case.start-urgently',
  event: 'case.urgently-started',
  label: '先行启动',
  aggregate: 'case',
  nature: 'factual',
  stage: 'initiation',
  creates: 'urgent-start',
  input: z.strictObject({
    reason: z.string().trim().min(4, '请写明紧急的情形').max(2000).meta({ label: '紧急情形', long: true }),
  }),
  standing: (state) => {
    if (filingOf(state) !== undefined) return [{ code: 'ALREADY_FILED', because: '本案已经立案' }];
    return entriesOf(state, 'urgent-start').length === 0
      ? refusedFiling(state)
      : [
          {
            code: 'ALREADY_STARTED',
            because: '本案已经先行启动',
            remedy: { says: '补办立案', act: 'case.file' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'urgent-start', event.input),
});

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { day } from '../../authority/inputs.ts';
import { withEntry } from '../state.ts';
import { executionBasisOf, nothingToEnforce } from './executing.ts';

/** 公告限期拆除 (行政强制法第四十四条): before anybody pulls down an illegal building, its owner is told in public by when to. */
export const announceDemolition = defineAct({
  name: 'case.announce-demolition',
  event: 'case.demolition-announced',
  label: '公告限期拆除',
  aggregate: 'case',
  nature: 'constitutive',
  inField: true,
  stage: 'investigation',
  kinds: ['execution'],
  creates: 'demolition-notice',
  input: z.strictObject({ until: day.meta({ label: '限期自行拆除的末日' }) }),
  standing: (state) => {
    const faults = nothingToEnforce(state);
    if (faults.length > 0) return faults;
    return executionBasisOf(state)?.data.obligation === 'demolish'
      ? []
      : [{ code: 'NO_DEMOLITION', because: '据以执行的决定没有要求拆除违法的建筑物、构筑物、设施' }];
  },
  apply: (state, event) => withEntry(state, event, 'demolition-notice', event.input),
});

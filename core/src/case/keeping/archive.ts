import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { archivingOf, bindingOf, notYetClosed } from './binding.ts';
import { withEntry } from '../state.ts';

/**
 * 归档: the bound file goes into the archive. Nothing in it is changed or taken out afterwards; what comes later is
 * listed anew and archived as a supplement.
 */
export const archiveFile = defineAct({
  name: 'case.archive',
  event: 'case.archived',
  label: '归档',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'archive',
  afterClosing: true,
  creates: 'archiving',
  input: z.strictObject({
    location: z.optional(z.string().trim().min(2).max(200).meta({ label: '存放的位置' })),
  }),
  standing: (state) => {
    const open = notYetClosed(state);
    if (open.length > 0) return open;
    const binding = bindingOf(state);
    if (binding === undefined)
      return [
        {
          code: 'FILE_NOT_BOUND',
          because: '还没有编制卷内目录',
          remedy: { says: '先编制卷内目录', act: 'case.bind-file' },
        },
      ];
    return (archivingOf(state)?.version ?? 0) > binding.version
      ? [{ code: 'ALREADY_ARCHIVED', because: '本案案卷已经归档' }]
      : [];
  },
  apply: (state, event) => withEntry(state, event, 'archiving', event.input),
});

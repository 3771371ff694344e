import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { partiesOpen } from '../parties/bringing-parties.ts';
import { code } from '../inputs.ts';
import { suspensionOf } from './over.ts';
import { withEntry } from '../state.ts';

/**
 * 中止: the case stands still until what stands in its way is gone. What may still be done meanwhile, and which limits
 * stand still with it, is the law's business: the term for deciding does not, unless a law says so.
 */
export const suspendCase = defineAct({
  name: 'case.suspend',
  event: 'case.suspended',
  label: '中止办理',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  kinds: ['penalty', 'execution'],
  creates: 'suspension',
  input: z.strictObject({ ground: code('suspension-ground', '中止的情形') }),
  standing: (state) => {
    const open = partiesOpen(state);
    if (open.length > 0) return open;
    return suspensionOf(state) === undefined
      ? []
      : [
          {
            code: 'ALREADY_SUSPENDED',
            because: '本案已经中止',
            remedy: { says: '情形消失的，先恢复办理', act: 'case.resume' },
          },
        ];
  },
  apply: (state, event) => withEntry(state, event, 'suspension', event.input),
});

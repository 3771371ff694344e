import { z } from 'zod';
import { defineAct } from '../../act.ts';
import { needsParties } from './bringing-parties.ts';
import { strangers } from './strangers.ts';
import { localId } from '../inputs.ts';
import { ifOnly } from './if-only.ts';
import { presentParties } from './present-parties.ts';
import { entryById, withEntry } from '../state.ts';
import type { AnyEntry } from '../state.ts';

/**
 * 变更名称: the party is the same and is called otherwise. What was issued keeps the name it was made out to; whoever
 * approves what is still to be issued has to see the new one. A name typed wrongly is corrected, not changed.
 */
export const renameParty = defineAct({
  name: 'case.rename-party',
  event: 'case.party-renamed',
  label: '变更当事人名称',
  aggregate: 'case',
  nature: 'factual',
  stage: 'investigation',
  afterClosing: true,
  creates: 'party-renaming',
  input: z.strictObject({
    party: localId.meta({ label: '当事人', ref: 'party' }),
    name: z.string().trim().min(2, '请写明姓名或者名称').max(100).meta({ label: '变更后的姓名或者名称' }),
  }),
  standing: needsParties,
  invariants: (state, act) => {
    const unknown = strangers(presentParties(state), [act.input.party], 'input.party');
    if (unknown.length > 0) return unknown;
    const party = entryById(state, act.input.party);
    return party?.kind === 'party' && party.data.name === act.input.name
      ? [
          {
            code: 'NOTHING_CHANGED',
            because: '所填的名称与现在登记的相同',
            field: 'input.name',
            remedy: { says: '填写变更之后的名称' },
          },
        ]
      : [];
  },
  apply: (state, event) => {
    const { party, name } = event.input;
    const before = entryById(state, party);
    const former = before?.kind === 'party' ? before.data.name : '';
    // The party's own version stays: who it is has not changed, and what rests on that has not gone stale.
    const entries = state.entries.map((entry) =>
      entry.id === party && entry.kind === 'party'
        ? ({ ...entry, data: { ...entry.data, name } } as AnyEntry)
        : entry,
    );
    return withEntry({ ...state, entries }, event, 'party-renaming', { party, name, former });
  },
  prefill: (state) => ({ input: ifOnly(presentParties(state)) }),
});

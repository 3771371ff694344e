import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { dayOf } from '../../time/index.ts';
import { archivable, bindingOf, notYetClosed, unbound } from './binding.ts';
import { localId } from '../inputs.ts';
import { withEntry } from '../state.ts';
import type { AnyEntry } from '../state.ts';
import { entryTitle } from '../title.ts';

/**
 * 成卷: the list of contents of the file, every record with its attachments, one by one. It is frozen as it was made;
 * what comes into the file later needs a new list, and the earlier one stays.
 */
export const bindFile = defineAct({
  name: 'case.bind-file',
  event: 'case.file-bound',
  label: '编制卷内目录',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'archive',
  afterClosing: true,
  creates: 'binding',
  input: z.strictObject({
    // Left blank it is everything: a file of four hundred records is not ticked one by one.
    contents: z.optional(
      z
        .array(localId)
        .min(1, '卷内目录至少列一项')
        .max(20_000)
        .meta({ label: '列入卷内目录的记录（不选的全部列入）', ref: 'archivable' }),
    ),
  }),
  standing: (state) => {
    const open = notYetClosed(state);
    if (open.length > 0) return open;
    return bindingOf(state) !== undefined && unbound(state).length === 0
      ? [{ code: 'ALREADY_BOUND', because: '卷内目录已经齐全' }]
      : [];
  },
  invariants: (state, act) => {
    const known = new Set(archivable(state).map((entry) => entry.id));
    const { contents = [] } = act.input;
    return contents.every((id) => known.has(id)) && new Set(contents).size === contents.length
      ? []
      : [
          {
            code: 'LINK_BROKEN',
            because: '所列的记录不在本案卷中，或者列了两次',
            field: 'input.contents',
            remedy: { says: '从卷内记录中选择，每项列一次' },
          },
        ];
  },
  consequences: (state, act) => ({
    outcome: {
      contents: archivable(state)
        .filter((entry) => act.input.contents?.includes(entry.id) ?? true)
        .map((entry) => ({
          title: entryTitle(state, entry),
          day: dayOf(entry.at),
          attachments: attachmentsOf(entry),
        })),
    },
  }),
  apply: (state, event) =>
    withEntry(state, event, 'binding', {
      contents: event.input.contents ?? archivable(state).map((entry) => entry.id),
    }),
});

/** Names and digests of the files an entry's record attaches, in whichever field. */
function attachmentsOf(entry: AnyEntry): readonly Value[] {
  return Object.values(entry.record)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'object' && value !== null && 'blob' in value);
}

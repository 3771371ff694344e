import type { Structural } from '../../act.ts';
import type { EntryKind } from '../../entry.ts';
import { closingOf } from './closing.ts';
import { entriesOf } from '../state.ts';
import type { AnyEntry, CaseState, EntryOf } from '../state.ts';

/** What is no paper of its own: the parties stand in the filing, and a list does not list itself. */
const unlisted: readonly EntryKind[] = ['party', 'binding', 'archiving'];

/** Records of the file that its list of contents has to name, one by one. */
export function archivable(state: CaseState): readonly AnyEntry[] {
  return state.entries.filter((entry) => !unlisted.includes(entry.kind));
}

/** The list of contents that stands: the latest one. */
export function bindingOf(state: CaseState): EntryOf<'binding'> | undefined {
  return entriesOf(state, 'binding').at(-1);
}

export function archivingOf(state: CaseState): EntryOf<'archiving'> | undefined {
  return entriesOf(state, 'archiving').at(-1);
}

/** Records the list does not name. */
export function unbound(state: CaseState): readonly AnyEntry[] {
  const listed = new Set(bindingOf(state)?.data.contents ?? []);
  return archivable(state).filter((entry) => !listed.has(entry.id));
}

export function notYetClosed(state: CaseState): readonly Structural[] {
  return closingOf(state) === undefined
    ? [
        {
          code: 'NOT_YET_CLOSED',
          because: '本案尚未结案',
          remedy: { says: '先办理结案', act: 'case.close' },
        },
      ]
    : [];
}

/** Records of the legal review of the case: its sending, its opinions, what was done about them. */
export const reviewKinds: readonly EntryKind[] = [
  'major-judgment',
  'review',
  'review-acceptance',
  'review-return',
  'review-withdrawal',
  'review-ruling',
  'review-conclusion',
  'review-extension',
  'review-confirmation',
  'review-exemption',
  'other-review',
  // The leaders discuss what has passed the review: their record belongs to it.
  'discussion-submission',
  'discussion',
];

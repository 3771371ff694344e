import { isSound } from '../keeping/admission.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** The expert meeting called last, while nothing sound on file says what came of it. */
export function expertMeetingOpen(state: CaseState): EntryOf<'expert-call'> | undefined {
  return entriesOf(state, 'expert-call').find(
    (call) =>
      !entriesOf(state, 'expert-meeting').some(
        (entry) => entry.data.call === call.id && isSound(state, entry),
      ),
  );
}

import type { Structural } from '../../act.ts';
import type { Instant } from '../../time/index.ts';
import { entriesOf, entryById } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';
import { tooEarly } from '../too-early.ts';

/** What was decided about things preserved. */
export function resolutionOf(state: CaseState, preservation: string): EntryOf<'resolution'> | undefined {
  return entriesOf(state, 'resolution').find((entry) => entry.data.preservation === preservation);
}

/** Only things registered and left where they are, or taken along, are held; a copy or a picture holds nothing. */
export function holdsThings(forms: readonly { readonly form: string }[] | undefined): boolean {
  return Array.isArray(forms) && forms.some((one) => one.form === 'registration');
}

/** The oldest preservation that still holds things. */
export function unresolvedOf(state: CaseState): EntryOf<'preservation'> | undefined {
  return entriesOf(state, 'preservation').find(
    (entry) => holdsThings(entry.data.forms) && resolutionOf(state, entry.id) === undefined,
  );
}

export function nothingPreserved(state: CaseState): readonly Structural[] {
  return entriesOf(state, 'preservation').length > 0
    ? []
    : [
        {
          code: 'NOTHING_PRESERVED',
          because: '本案没有保全过证据',
          remedy: { says: '保全过而还没有记录的先记录', act: 'case.preserve-evidence' },
        },
      ];
}

/** What follows a preservation must name one, and cannot have come before it. */
export function preservationFaults(
  state: CaseState,
  act: { readonly input: { readonly preservation: string }; readonly occurredAt: Instant },
): readonly Structural[] {
  const entry = entryById(state, act.input.preservation);
  if (entry?.kind !== 'preservation')
    return [
      {
        code: 'LINK_BROKEN',
        because: '所选的不是本案保全的证据',
        field: 'input.preservation',
        remedy: { says: '从本案保全的证据中选择；还没有记录的先记录', act: 'case.preserve-evidence' },
      },
    ];
  return tooEarly(act.occurredAt, entry.at, '时刻早于保全的时刻');
}

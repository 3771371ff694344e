import { postsKept } from '../../authority/state.ts';
import type { Appointment, Role } from '../../authority/state.ts';
import type { Scene } from '../../rules/fact.ts';
import { dayOf } from '../../time/index.ts';

/** Posts in which somebody does what is proposed: held when it was done, and still when it is entered. */
export function postsHeld(
  { refs, asOf, enteredAt }: Scene,
  officer: string | undefined,
  role: Role,
): readonly Appointment[] {
  if (refs === undefined) return [];
  return postsKept(refs.agency, officer, dayOf(asOf), dayOf(enteredAt ?? asOf)).filter(
    (post) => post.role === role,
  );
}

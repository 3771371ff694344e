import type { Act, ActContext, Actor } from './act.ts';
import type { ActorSnapshot, DomainEvent } from './event.ts';

/** Freezes who the actor is at this moment. */
export function snapshotOf({ account, name, officer, for: represented }: Actor): ActorSnapshot {
  return {
    account,
    name,
    ...(officer === undefined ? {} : { officer }),
    ...(represented === undefined ? {} : { for: represented }),
  };
}

/** Whose office it is done in: that of whoever is represented, else their own. */
export function officeOf(by: Pick<ActorSnapshot, 'officer' | 'for'> | undefined): string | undefined {
  return by?.for?.officer ?? by?.officer;
}

/** Both persons an act binds: who did it, and who is represented. */
export function personsOf(by: Pick<ActorSnapshot, 'officer' | 'for'> | undefined): readonly string[] {
  return [by?.officer, by?.for?.officer].filter((one) => one !== undefined);
}

/** How it is shown who did it: 王某（代张某）. */
export function shownName(by: Pick<ActorSnapshot, 'name' | 'for'>): string {
  return by.for === undefined ? by.name : `${by.name}（代${by.for.name}）`;
}

/** What every event of an act says alike, in whichever stream it is left: of which act it is, when it was, and by whom. */
export function stampOf(
  act: Act,
  context: ActContext,
): Pick<DomainEvent, 'actId' | 'act' | 'at' | 'enteredAt' | 'by'> {
  return {
    actId: act.id,
    act: act.name,
    at: act.occurredAt,
    enteredAt: context.now,
    by: snapshotOf(context.actor),
  };
}

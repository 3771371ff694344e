import type { Act, ActContext, Actor } from './act.ts';
import type { ActorSnapshot, DomainEvent } from './event.ts';

/** Freezes who the actor is at this moment. */
export function snapshotOf(actor: Actor): ActorSnapshot {
  return actor.officer === undefined
    ? { account: actor.account, name: actor.name }
    : { account: actor.account, name: actor.name, officer: actor.officer };
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

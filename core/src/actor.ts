import type { Actor } from './act.ts';
import type { ActorSnapshot } from './event.ts';

/** Freezes who the actor is at this moment. */
export function snapshotOf(actor: Actor): ActorSnapshot {
  return actor.officer === undefined
    ? { account: actor.account, name: actor.name }
    : { account: actor.account, name: actor.name, officer: actor.officer };
}

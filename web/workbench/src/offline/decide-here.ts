import type { ActRequest, RefusalView } from '@zhaozhang/api/contract';
import type { Actor, CaseState, LawBundle, Refs } from '@zhaozhang/core';
import { decide, inPlaceOf, openLaw } from '@zhaozhang/core';
import { epochOf, instantFromEpoch, parseInstant } from '@zhaozhang/core/time';
import { request } from '../http/request.ts';
import { refusalView } from './refusal-view.ts';

/** All that is needed to decide about one case without the server. */
export interface CarriedCase {
  readonly bundle: LawBundle;
  readonly digest: string;
  readonly state: CaseState;
  readonly refs: Refs;
  readonly actor: Actor;
  readonly now: string;
}

export interface Decider {
  readonly carried: CarriedCase;
  /** Every refusal that the rules of the file as carried give; none when the act is possible. */
  readonly refusals: (asked: ActRequest) => readonly RefusalView[];
}

/** Fetches the case with its law once; `undefined` when it cannot be had. */
export async function carryCase(id: string): Promise<Decider | undefined> {
  const reply = await request<CarriedCase>('GET', `/api/offline/${encodeURIComponent(id)}`);
  return reply.ok ? deciderOf(reply.value, () => performance.now()) : undefined;
}

/**
 * The server's own function, here. The legal clock goes on from where it stood when the case was fetched;
 * `elapsed` gives milliseconds from any fixed moment.
 */
export function deciderOf(carried: CarriedCase, elapsed: () => number): Decider {
  const law = openLaw(carried.bundle, carried.digest);
  const base = parseInstant(carried.now);
  const began = elapsed();
  return {
    carried,
    refusals: (asked) => {
      if (base === undefined) return [];
      const now = instantFromEpoch(epochOf(base) + (elapsed() - began));
      const act = {
        ...{ id: asked.id, name: asked.name, agency: carried.state.agency, stream: carried.state.stream },
        ...{ input: asked.input, record: (asked.record ?? {}) as Parameters<typeof decide>[1]['record'] },
        occurredAt: parseInstant(asked.occurredAt) ?? now,
        ...(asked.basedOn === undefined ? {} : { basedOn: asked.basedOn }),
        ...(asked.admits === undefined ? {} : { admits: asked.admits }),
      };
      const actor = inPlaceOf(carried.actor, carried.refs.agency, asked.delegation);
      const decision = decide(carried.state, act, { actor, refs: carried.refs, law, now });
      if (!('refusals' in decision)) return [];
      const elsewhere = new Set(
        law.gates
          .filter((gate) => gate.per === 'former-fine' || gate.per === 'other-filing')
          .map(({ id }) => id),
      );
      // What a party has had elsewhere is not carried: of it only the server can tell.
      return decision.refusals
        .filter(({ rule }) => rule === undefined || !elsewhere.has(rule))
        .map((one) => refusalView(one, law));
    },
  };
}

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { DomainEvent } from '../../event.ts';
import { partiesOpen, withParties } from '../parties/bringing-parties.ts';
import {
  alsoIn,
  calledBy,
  caseRef,
  handedIn,
  handedOn,
  otherCase,
  otherFaults,
  otherOpen,
  otherStream,
  sameParty,
  withEvidence,
} from './other-case.ts';
import { presentParties } from '../parties/present-parties.ts';
import { withEntry } from '../state.ts';
import type { CaseState } from '../state.ts';

/**
 * 并案: this case goes on in another. Its papers can be evidence there, its parties are parties there, each with what a
 * party has a right to still before it. Here nothing more is done but to put the file away.
 */
export const mergeCase = defineAct({
  name: 'case.merge',
  event: 'case.merged',
  label: '并入另案',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'merger',
  input: z.strictObject({
    into: caseRef('并入的案件'),
    reason: z.string().trim().min(4, '请写明并案的理由').max(500).meta({ label: '并案的理由', long: true }),
  }),
  reads: (act) => otherStream((act.input as { readonly into?: unknown } | null | undefined)?.into),
  standing: partiesOpen,
  invariants: (state, act, context) => [
    ...otherFaults(state, act.input.into, context, 'input.into'),
    ...(act.input.into === state.stream ? [] : otherOpen(context, act.input.into, 'input.into')),
  ],
  consequences: (state, act, context) => {
    const other = otherCase(context, act.input.into);
    return {
      outcome: { number: other === undefined ? '' : calledBy(other) },
      others: [alsoIn(act.input.into, act, context, 'case.merged', handedOn(state))],
    };
  },
  apply: (state, event) =>
    state.stream === event.input.into
      ? takenIn(state, event)
      : withEntry(state, event, 'merger', {
          into: event.input.into,
          number: String(event.outcome?.['number'] ?? ''),
          reason: event.input.reason,
        }),
});

/** In the file that goes on. A party that is a party here already is not one twice. */
function takenIn(state: CaseState, event: DomainEvent): CaseState {
  const { from, number, evidence, parties } = handedIn(event);
  const own = presentParties(state).map(({ data, record }) => ({ ...data, record }));
  const joined = parties
    .filter((party) => !own.some((one) => sameParty(one, party)))
    .map((party, index) => ({ ...party, id: `${event.actId}-p${index + 1}` }));
  const taken = withEntry(state, event, 'intake', {
    from,
    number,
    evidence: evidence.map((_paper, index) => `${event.actId}-e${index + 1}`),
    parties: joined.map(({ id }) => id),
  });
  return withParties(withEvidence(taken, event), event, joined);
}

import { z } from 'zod';
import { defineAct } from '../../act.ts';
import type { Act } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import type { DomainEvent } from '../../event.ts';
import { seriesStream, takeNumber } from '../../series/take-number.ts';
import { partiesOpen, withParties } from '../parties/bringing-parties.ts';
import { strangers } from '../parties/strangers.ts';
import { localId } from '../inputs.ts';
import { alsoIn, handedIn, handedOn, withEvidence } from './other-case.ts';
import { presentParties } from '../parties/present-parties.ts';
import { filingOf } from '../reading.ts';
import { entriesOf, withEntry } from '../state.ts';
import type { AnyEntry, CaseState, EntryData } from '../state.ts';

/**
 * 分案: parties go on in a case of their own, which has a number of its own and begins with what it takes over: the lead,
 * the filing, those who handle it, the papers that can be evidence. The days of the first filing go on counting there: a
 * term cannot be won by dividing a case (处罚法第六十条).
 */
export const splitCase = defineAct({
  name: 'case.split',
  event: 'case.divided',
  label: '分案',
  aggregate: 'case',
  nature: 'constitutive',
  stage: 'investigation',
  creates: 'split',
  input: z.strictObject({
    parties: z
      .array(localId)
      .min(1, '请选择分出的当事人')
      .max(200)
      .meta({ label: '分出的当事人', ref: 'party' }),
    reason: z.string().trim().min(4, '请写明分案的理由').max(500).meta({ label: '分案的理由', long: true }),
  }),
  reads: (act) => [seriesStream(act, 'filing'), newStream(act)],
  standing: (state) => {
    const open = partiesOpen(state);
    if (open.length > 0) return open;
    return presentParties(state).length > 1
      ? []
      : [{ code: 'NOTHING_TO_SPLIT', because: '本案只有一名当事人，没有可以分出的' }];
  },
  invariants: (state, act) => {
    const present = presentParties(state);
    const unknown = strangers(present, act.input.parties, 'input.parties');
    if (unknown.length > 0) return unknown;
    return present.every(({ id }) => act.input.parties.includes(id))
      ? [
          {
            code: 'NOTHING_LEFT',
            because: '分出之后本案没有当事人了',
            field: 'input.parties',
            remedy: { says: '至少留一名当事人在本案' },
          },
        ]
      : [];
  },
  consequences: (state, act, context) => {
    const { number, taken } = takeNumber(act, context, 'filing');
    const stream = newStream(act);
    return {
      outcome: { number, stream },
      others: [
        taken,
        alsoIn(stream, act, context, 'case.divided', {
          ...handedOn(state, act.input.parties),
          own: number,
          begun: begun(state),
        }),
      ],
    };
  },
  apply: (state, event) => {
    if (event.outcome?.['own'] !== undefined) return begins(state, event);
    return withEntry(state, event, 'split', {
      other: String(event.outcome?.['stream'] ?? ''),
      number: String(event.outcome?.['number'] ?? ''),
      parties: event.input.parties,
      reason: event.input.reason,
    });
  },
});

/** The new file is named by the act: sent twice, it is still one. */
function newStream(act: Act): string {
  return `case/${act.id}`;
}

/** What the new file takes over as it is: each with its day. */
const takenOver = ['lead', 'filing', 'assignment'] as const;

function begun(state: CaseState): Value {
  const entries: readonly (AnyEntry | undefined)[] = [
    entriesOf(state, 'lead')[0] as AnyEntry | undefined,
    filingOf(state) as AnyEntry | undefined,
    entriesOf(state, 'assignment').at(-1) as AnyEntry | undefined,
  ];
  return entries
    .filter((entry) => entry !== undefined)
    .map(({ kind, at, data, record }) => ({ kind, at, data: data as unknown as Value, record }));
}

interface TakenOver {
  readonly kind: (typeof takenOver)[number];
  readonly at: string;
  readonly data: EntryData['lead'] | EntryData['filing'] | EntryData['assignment'];
  readonly record: AnyEntry['record'];
}

function begins(state: CaseState, event: DomainEvent): CaseState {
  const { from, number, parties } = handedIn(event);
  const { own, begun: taken } = event.outcome ?? {};
  const { reason } = event.input as { readonly reason: string };
  const first = (taken as unknown as readonly TakenOver[]).reduce((next, one) => {
    const id = `${event.actId}-${one.kind}`;
    const data = one.kind === 'filing' ? { ...one.data, number: String(own) } : one.data;
    const added = withEntry(next, event, one.kind, data as never, id, one.record);
    const entries = added.entries.map((entry) =>
      entry.id === id ? ({ ...entry, at: one.at } as AnyEntry) : entry,
    );
    return { ...added, entries };
  }, state);
  const split = withEntry(first, event, 'split', { other: from, number, parties: [], reason });
  return withParties(withEvidence(split, event), event, parties);
}

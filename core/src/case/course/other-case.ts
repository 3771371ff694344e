import { z } from 'zod';
import type { Act, ActContext, Structural } from '../../act.ts';
import { stampOf } from '../../actor.ts';
import type { FieldMap, Value } from '../../canonical.ts';
import type { DomainEvent, StreamEvents } from '../../event.ts';
import { inspectionTaskOf } from '../inspecting/inspecting.ts';
import { partiesOpen } from '../parties/bringing-parties.ts';
import { isEvidence } from '../inquiry/exclusion.ts';
import { presentParties } from '../parties/present-parties.ts';
import { filingOf } from '../reading.ts';
import { summaryOf } from '../summary.ts';
import { withEntry } from '../state.ts';
import type { AnyEntry, CaseState } from '../state.ts';
import { entryTitle } from '../title.ts';

/**
 * Acts on two files at once leave the same event in both: it says which file it was done in, and what the other has to
 * know of it. Each file folds it for itself, so neither can hold it without the other.
 */

const address = /^case\/[A-Za-z0-9-]{1,40}$/;

/** Another case of the agency, by its stream. */
export function caseRef(label: string) {
  return z.string().regex(address, '从本机关的案件中选择').meta({ label, ref: 'case' });
}

/** The stream of the other file, as it is read before what was sent has been checked. */
export function otherStream(value: unknown): readonly string[] {
  return typeof value === 'string' && address.test(value) ? [value] : [];
}

export function otherCase(context: ActContext, stream: string): CaseState | undefined {
  const other = context.refs.cases?.[stream];
  return other === undefined || other.version === 0 ? undefined : other;
}

/** There is such a case, and it is another one. */
export function otherFaults(
  state: CaseState,
  stream: string,
  context: ActContext,
  field: string,
): readonly Structural[] {
  if (stream === state.stream)
    return [
      {
        code: 'SAME_CASE',
        because: '所选的就是本案',
        field,
        remedy: { says: '选择另一件案件' },
      },
    ];
  return otherCase(context, stream) === undefined
    ? [
        {
          code: 'CASE_UNKNOWN',
          because: '所选案件不在本机关的案件中',
          field,
          remedy: { says: '从本机关的案件中选择' },
        },
      ]
    : [];
}

/** The other case has to be filed and neither decided nor over. */
export function otherOpen(context: ActContext, stream: string, field: string): readonly Structural[] {
  const other = otherCase(context, stream);
  return other === undefined
    ? []
    : partiesOpen(other).map((one) => ({
        ...one,
        because: `所选案件不能并入：${one.because}`,
        field,
        remedy: { says: '选择尚未作出决定的案件' },
      }));
}

/** How a case is called in the file of another: by its number, before it has one by what it is about. */
export function calledBy(state: CaseState): string {
  return filingOf(state)?.data.number ?? inspectionTaskOf(state)?.data.number ?? summaryOf(state).title;
}

/** The event as the other file receives it. */
export function alsoIn(
  stream: string,
  act: Act,
  context: ActContext,
  event: string,
  outcome: FieldMap,
): StreamEvents {
  return {
    stream,
    events: [{ type: event, ...stampOf(act, context), input: act.input, record: act.record, outcome }],
  };
}

/** A paper of one file that can be evidence in another: what it is, and where it lies. */
interface BroughtEvidence {
  readonly entry: string;
  readonly title: string;
  readonly at: string;
  readonly defects: readonly Value[];
}

interface BroughtParty {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly record: FieldMap;
}

/** What a file hands on to another: the papers that can be evidence, with their defects, and its parties. */
export function handedOn(state: CaseState, parties?: readonly string[]): FieldMap {
  const evidence = state.entries
    .filter((entry) => isEvidence(entry))
    .map((entry) => ({
      entry: entry.id,
      title: entryTitle(state, entry),
      at: entry.at,
      defects: entry.defects as unknown as Value,
    }));
  const handed = presentParties(state)
    .filter(({ id }) => parties === undefined || parties.includes(id))
    .map(({ id, data, record }) => ({ id, name: data.name, kind: data.kind, record }));
  return { from: state.stream, number: calledBy(state), evidence, parties: handed };
}

/** What came from another file, out of the event. */
export function handedIn(event: DomainEvent): {
  readonly from: string;
  readonly number: string;
  readonly evidence: readonly BroughtEvidence[];
  readonly parties: readonly BroughtParty[];
} {
  const { from, number, evidence, parties } = event.outcome ?? {};
  return {
    from: String(from ?? ''),
    number: String(number ?? ''),
    evidence: (evidence ?? []) as unknown as readonly BroughtEvidence[],
    parties: (parties ?? []) as unknown as readonly BroughtParty[],
  };
}

/** Each of the papers as an entry that a decision can be founded on; the paper itself stays where it was made. */
export function withEvidence(state: CaseState, event: DomainEvent): CaseState {
  const { from, number, evidence } = handedIn(event);
  return evidence.reduce((next, paper, index) => {
    const name = `${paper.title}（原在 ${number}）`;
    const id = `${event.actId}-e${index + 1}`;
    const added = withEntry(
      next,
      event,
      'evidence',
      { name, officers: [], from: { stream: from, entry: paper.entry } },
      id,
      {},
    );
    const entries = added.entries.map((entry) =>
      entry.id === id ? ({ ...entry, at: paper.at, defects: paper.defects } as unknown as AnyEntry) : entry,
    );
    return { ...added, entries };
  }, state);
}

/** The same party in both files: by its code, without one by its name and kind. */
export function sameParty(
  one: { readonly name: string; readonly kind: string; readonly record: FieldMap },
  other: { readonly name: string; readonly kind: string; readonly record: FieldMap },
): boolean {
  const [a, b] = [one.record['party.code'], other.record['party.code']];
  return typeof a === 'string' && typeof b === 'string'
    ? a === b
    : one.kind === other.kind && one.name === other.name;
}

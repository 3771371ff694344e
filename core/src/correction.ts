import type { Act, ActContext, ActDefinition } from './act.ts';
import { actDefinitions } from './acts.ts';
import type { FieldMap } from './canonical.ts';
import { entriesOf, entryById } from './case/state.ts';
import type { AnyEntry, CaseState } from './case/state.ts';
import { filingOf, spotDecisionOf } from './case/reading.ts';
import { checkFilledIn } from './input.ts';
import { checkMoment } from './moment.ts';
import type { Refusal } from './refusal.ts';
import { checkNeeds } from './rules/needs.ts';
import { sceneOf } from './rules/scene.ts';
import { parseInstant } from './time/index.ts';

/** The act that made an entry, as it would have been with the corrected fields, and the file without that entry. */
export interface CorrectedAct {
  readonly definition: ActDefinition;
  readonly entry: AnyEntry;
  readonly act: Act;
  readonly before: CaseState;
}

/** Undefined when the entry or the act that made it does not exist. */
export function correctedAct(state: CaseState, correction: Act): CorrectedAct | undefined {
  const { entry: id, fields } = correction.input as { readonly entry: string; readonly fields: FieldMap };
  const entry = entryById(state, id);
  const definition = entry === undefined ? undefined : actDefinitions.get(entry.act);
  if (entry === undefined || definition === undefined) return undefined;
  const data = { ...entry.data, ...under('input.', fields) };
  const record = { ...entry.record, ...under('record.', fields) };
  const at = parseInstant(fields['occurredAt']) ?? entry.at;
  const act: Act =
    entry.kind === 'party'
      ? {
          ...correction,
          name: entry.act,
          // A party was entered as one of several: it is judged as the act that brought it, of that one party.
          input: { ...broughtWith(state, id), parties: [{ id, ...data, record }] },
          record: broughtBy(state, id)?.record ?? {},
          occurredAt: at,
        }
      : { ...correction, name: entry.act, input: data, record, occurredAt: at };
  return {
    definition,
    entry,
    act,
    before: { ...state, entries: state.entries.filter((other) => other.id !== id) },
  };
}

/** The entry of the act that brought a party into the file. */
function broughtBy(state: CaseState, party: string): AnyEntry | undefined {
  return (
    entriesOf(state, 'party-joining').find((entry) => entry.data.parties.includes(party)) ??
    entriesOf(state, 'succession').find((entry) => entry.data.successors.includes(party)) ??
    filingOf(state) ??
    spotDecisionOf(state)
  );
}

/** What that act told beside its parties. */
function broughtWith(state: CaseState, party: string): Readonly<Record<string, unknown>> {
  const entry = broughtBy(state, party);
  switch (entry?.kind) {
    case 'party-joining':
      return { reason: entry.data.reason };
    case 'succession':
      return { party: entry.data.party, manner: entry.data.manner };
    case 'decision':
      return { ...entry.data.spot, sanctions: entry.data.sanctions };
    default:
      return { cause: entry?.kind === 'filing' ? entry.data.cause : '' };
  }
}

/**
 * What speaks against the corrected content: a correction must not bring in what the act itself could never have
 * held. Fields left as they are are not judged again by the vocabulary of today.
 */
export function correctionFaults(state: CaseState, correction: Act, context: ActContext): readonly Refusal[] {
  const corrected = correctedAct(state, correction);
  if (corrected === undefined) return [];
  const { definition, act, before, entry } = corrected;
  const { fields } = correction.input as { readonly fields: FieldMap };
  const named = (refusal: Refusal): Refusal => ({
    ...refusal,
    act: correction.name,
    ...(refusal.field === undefined ? {} : { field: `input.fields.${pathIn(entry, refusal.field)}` }),
  });
  const fixed = (definition.fixed ?? []).filter((path) => fields[path] !== undefined);
  if (fixed.length > 0)
    return fixed.map((path) =>
      named({
        code: 'ENTRY_FROZEN',
        act: act.name,
        clauses: [],
        because: '这个编号已在另一清单中用去，不能改为别的编号',
        effect: 'void',
        field: path,
        facts: [],
        remedy: { says: '编号本身有误的，在所属的清单中作废并写明理由' },
      }),
    );
  const malformed = checkFilledIn(definition, act, context).filter((refusal) => {
    const path = pathIn(entry, refusal.field ?? '');
    return Object.keys(fields).some((field) => path === field || path.startsWith(`${field}.`));
  });
  const untimely = fields['occurredAt'] === undefined ? [] : checkMoment(act, context);
  if (malformed.length + untimely.length > 0) return [...malformed, ...untimely].map(named);
  const structural = (definition.invariants?.(before as never, act, context) ?? []).map(
    (one): Refusal => ({ ...one, act: act.name, clauses: [], effect: 'void', facts: [] }),
  );
  // What a factual act lacks becomes its defect; what a constitutive one lacks would have refused it.
  const lacking =
    definition.nature === 'constitutive'
      ? checkNeeds(definition, act, { ...sceneOf(before, context, act, act.occurredAt), again: entry })
      : [];
  return [...structural, ...lacking].map(named);
}

function under(prefix: string, fields: FieldMap): FieldMap {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([path, value]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [],
    ),
  );
}

/** Where a path of the original act's input lies in the corrected fields. */
function pathIn(entry: AnyEntry, path: string): string {
  if (entry.kind !== 'party') return path;
  return path.replace(
    /^input\.parties\.0\.(record\.)?/,
    (_all, record: string | undefined) => record ?? 'input.',
  );
}

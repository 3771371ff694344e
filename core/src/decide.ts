import type { Act, ActContext, ActDefinition } from './act.ts';
import { actDefinitions } from './acts.ts';
import { stampOf } from './actor.ts';
import type { AgencyState } from './authority/state.ts';
import { ceded } from './ceded.ts';
import { ofAnotherKind } from './case/kind.ts';
import { admissionOf } from './case/keeping/admission.ts';
import { afterClosing } from './case/keeping/closing.ts';
import { changedSince } from './case/reading.ts';
import type { AnyEntry, CaseState, EntryOf } from './case/state.ts';
import { entryById } from './case/state.ts';
import { entryTitle } from './case/title.ts';
import type { Defect, Departure, DomainEvent, StreamEvents } from './event.ts';
import type { Scene } from './rules/fact.ts';
import { checkGates, gateOf } from './rules/gates.ts';
import type { Law } from './rules/law.ts';
import { checkNeeds } from './rules/needs.ts';
import { isPersonal } from './rules/personal.ts';
import { sceneOf } from './rules/scene.ts';
import { whoActsFaults } from './rules/who-acts.ts';
import type { Refusal } from './refusal.ts';
import { correctionFaults, correctedAct } from './correction.ts';
import { fileOf } from './file-of.ts';
import { admissionFaults } from './gaps.ts';
import { checkFilledIn } from './input.ts';
import { checkMoment } from './moment.ts';
import { representationFaults } from './representing.ts';

export type Decision =
  | {
      readonly streams: readonly StreamEvents[];
      readonly defects: readonly Defect[];
      readonly advice: readonly Refusal[];
    }
  | { readonly refusals: readonly Refusal[] };

/**
 * May this be done? Every refusal at once, or the events of every stream the act touches. Pure: clock, law, actor and
 * other records arrive in the context, so the same answer comes on the server, in a browser without network, and when
 * the act is decided again years later to prove it lawful.
 *
 * A factual act whose defects its actor admits is recorded with them; a constitutive one is refused. A rule that is to be
 * followed only by analogy (参照) is departed from with a written reason, which stays with the act and taints nothing.
 */
export function decide(state: CaseState | AgencyState, act: Act, context: ActContext): Decision {
  const definition = actDefinitions.get(act.name);
  if (definition === undefined)
    return { refusals: [plain(act, 'ACT_UNKNOWN', '没有这种行为', 'name', '从页面列出的行为中选择')] };
  const malformed = [...checkFilledIn(definition, act, context), ...checkMoment(act, context)];
  if (malformed.length > 0) return { refusals: malformed };
  // In whose office it is done is asked before anything that depends on the office.
  const unrepresented = representationFaults(state, act, context);
  if (unrepresented.length > 0) return { refusals: unrepresented };
  const file = fileOf(definition, state, context);
  const broken = structural(definition, state, act, context);
  const found = [
    ...whoActsFaults(definition, file, context, act.occurredAt),
    ...checkBasis(definition, state, act),
    ...broken,
    ...(definition.name === 'case.correct-entry' && broken.length === 0
      ? correctionFaults(state as CaseState, act, context)
      : []),
    ...(definition.name === 'case.admit-defect' ? admissionFaults(file, act, context) : []),
    ...rulesOf(definition, state, act, context),
  ];
  const barring = found.filter((refusal) => refusal.effect !== 'advise');
  const departed = barring.filter((refusal) => refusal.reference === true && isReasoned(act, refusal));
  const admitted = barring.filter(
    (refusal) =>
      !departed.includes(refusal) &&
      (isAdmitted(act, refusal, context.law) || admissionOf(file, refusal, act.occurredAt) !== undefined),
  );
  const refusals = barring.filter((refusal) => !admitted.includes(refusal) && !departed.includes(refusal));
  if (refusals.length > 0) return { refusals };
  // Only of a correction that can be made: what could never have been entered must not reach the rules.
  const again = definition.name === 'case.correct-entry' ? judgedAgain(state as CaseState, act, context) : [];
  // What was only pointed out when it was entered is looked at again too: it may hold no longer, or only now.
  const advice = [...found, ...again].filter((refusal) => refusal.effect === 'advise');
  const defects =
    definition.name === 'case.correct-entry'
      ? defectsAfter(state as CaseState, act, context, again)
      : admitted.map((refusal) => defectOf(act, refusal, admissionOf(file, refusal, act.occurredAt)));
  const departures = departed.map((refusal) => departureOf(act, refusal));
  return { streams: eventsOf(definition, state, act, context, { defects, departures }), defects, advice };
}

function isAdmitted(act: Act, refusal: Refusal, law: Law): boolean {
  return isAdmissible(refusal, law) && isReasoned(act, refusal);
}

function isReasoned(act: Act, refusal: Refusal): boolean {
  return (act.admits ?? []).some((one) => one.code === refusal.code);
}

/**
 * Can an act be done in spite of it, with a reason? What is followed only by analogy (参照) can be departed from. Else
 * can a factual act be recorded? Only what a rule demands of the thing that has happened can be admitted;
 * a wrong shape, a broken link or a person who has no business entering it cannot.
 */
export function isAdmissible(refusal: Refusal, law: Law): boolean {
  if (refusal.reference === true) return true;
  if (actDefinitions.get(refusal.act)?.nature !== 'factual') return false;
  if (refusal.rule === undefined) return false;
  const gate = gateOf(refusal.rule, law);
  return gate === undefined || (!isPersonal(gate) && gate.admissible !== false);
}

function checkBasis(definition: ActDefinition, state: CaseState | AgencyState, act: Act): readonly Refusal[] {
  if (definition.restsOn === undefined) return [];
  if (act.basedOn === undefined)
    return [plain(act, 'BASIS_MISSING', '没有说明是根据案卷的哪一版作出的', 'basedOn', '重新打开案卷后办理')];
  const changed = changedSince(state as CaseState, definition.restsOn, act.basedOn);
  if (changed.length === 0 && act.basedOn <= state.version) return [];
  return [
    {
      ...plain(act, 'BASIS_CHANGED', '案卷在打开之后有了变化', 'basedOn', '看过变化之后重新提交'),
      difference: changed.map((entry) => ({ what: entryTitle(state as CaseState, entry), at: entry.at })),
    },
  ];
}

function structural(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  act: Act,
  context: ActContext,
): readonly Refusal[] {
  const found = [
    ...ofAnotherKind(definition, fileOf(definition, state, context)),
    ...afterClosing(definition, fileOf(definition, state, context), act.occurredAt),
    ...ceded(definition, state, context, act.occurredAt),
    ...(definition.standing?.(state as CaseState & AgencyState, context) ?? []),
    ...(definition.invariants?.(state as CaseState & AgencyState, act, context) ?? []),
  ];
  if (definition.creates !== undefined && entryById(state as CaseState, act.id) !== undefined)
    found.push({
      code: 'ID_TAKEN',
      because: '这一编号已用于卷内另一记录',
      remedy: { says: '刷新页面后重新办理' },
    });
  return found.map((one) => ({
    clauses: [],
    ...one,
    act: act.name,
    effect: 'void' as const,
    facts: [],
  }));
}

function rulesOf(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  act: Act,
  context: ActContext,
  again?: AnyEntry,
): readonly Refusal[] {
  const scene: Scene = {
    ...sceneOf(fileOf(definition, state, context), context, act, act.occurredAt),
    again,
  };
  return [
    ...checkGates(act.name, scene).map((finding) => finding.refusal),
    ...checkNeeds(definition, act, scene),
  ];
}

/**
 * A corrected entry is judged again by the rules of the act that made it, with the corrected fields: what was cured is
 * cured, what is newly wrong is named.
 */
function defectsAfter(
  state: CaseState,
  act: Act,
  context: ActContext,
  again: readonly Refusal[],
): readonly Defect[] {
  const corrected = correctedAct(state, act);
  if (corrected === undefined || corrected.definition.nature !== 'factual')
    return corrected?.entry.defects ?? [];
  const { reason } = act.input as { reason: string };
  return again
    .filter((refusal) => refusal.effect !== 'advise' && isAdmissible(refusal, context.law))
    .map((refusal) => {
      // A defect that stays keeps the reason it was admitted with; only a new one is explained by the correction.
      const before = corrected.entry.defects.find((defect) => defect.code === refusal.code)?.reason;
      return defectOf(
        { ...corrected.act, admits: [{ code: refusal.code, reason: before ?? reason }] },
        refusal,
      );
    });
}

/** What the rules of the act that made an entry say of it with the corrected fields, where it tells what happened. */
function judgedAgain(state: CaseState, act: Act, context: ActContext): readonly Refusal[] {
  const corrected = correctedAct(state, act);
  return corrected === undefined || corrected.definition.nature !== 'factual'
    ? []
    : rulesOf(corrected.definition, corrected.before, corrected.act, context, corrected.entry);
}

/** Named by whoever did the act, or, where the head signed for it beforehand, by what the head wrote. */
function defectOf(act: Act, refusal: Refusal, admission?: EntryOf<'admission'>): Defect {
  return {
    code: refusal.code,
    rule: refusal.rule ?? '',
    clauses: refusal.clauses,
    because: refusal.because,
    effect: refusal.effect === 'void' ? 'void' : 'curable',
    reason: act.admits?.find((one) => one.code === refusal.code)?.reason ?? admission?.data.unmendable ?? '',
  };
}

function departureOf(act: Act, { code, rule, clauses, because }: Refusal): Departure {
  return {
    code,
    rule: rule ?? '',
    clauses,
    because,
    reason: act.admits?.find((one) => one.code === code)?.reason ?? '',
  };
}

function eventsOf(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  act: Act,
  context: ActContext,
  { defects, departures }: { readonly defects: readonly Defect[]; readonly departures: readonly Departure[] },
): readonly StreamEvents[] {
  const consequences = definition.consequences?.(state as CaseState & AgencyState, act, context);
  const event: DomainEvent = {
    type: definition.event,
    ...stampOf(act, context),
    input: act.input,
    record: act.record,
    ...(consequences?.outcome === undefined ? {} : { outcome: consequences.outcome }),
    ...(act.basedOn === undefined ? {} : { basedOn: act.basedOn }),
    ...(act.admits === undefined || act.admits.length === 0 ? {} : { admits: act.admits }),
    ...(defects.length === 0 ? {} : { defects }),
    ...(departures.length === 0 ? {} : { departures }),
  };
  return [{ stream: act.stream, events: [event] }, ...(consequences?.others ?? [])];
}

function plain(act: Act, code: string, because: string, field: string, says: string): Refusal {
  return { code, act: act.name, clauses: [], because, effect: 'void', field, facts: [], remedy: { says } };
}

import {
  actLabel,
  archivable,
  cessionOver,
  cite,
  codeLabel,
  entriesOf,
  entryTitle,
  evidenceKinds,
  evidenceStanding,
  gapsOf,
  inWhoseName,
  inTransit,
  awaitingReceiver,
  isCollection,
  isCorrectable,
  isInherited,
  isShown,
  isUnanswered,
  levelWeighed,
  participantsOf,
  partnersOf,
  presentPartners,
  presentParties,
  openAssistance,
  referredTitle,
  undismissed,
  unsignedItems,
  requirements,
  respondentsOf,
  servable,
  suspicionCheckOf,
  suspicionsOf,
  thingsInHand,
  standingWeighings,
  thingTitle,
  unanswered,
} from '@zhaozhang/core';
import type {
  ActContext,
  AgencyState,
  AnyEntry,
  CaseState,
  FormField,
  Law,
  RecordField,
} from '@zhaozhang/core';
import type { FormView, RecordFieldView } from '../contract/index.ts';
import { agencyOptions, delegationOption } from './agency-options.ts';
import { factorEditions } from './factor-editions.ts';
import { actView } from './acts.ts';
import { clausesView } from './refusal.ts';

type FieldView = FormView['input'][number];
export type Option = { value: string; label: string; note?: string | undefined };

/**
 * The form of an act with every choice spelled out, so that the browser knows no codes of its own. Other cases to choose
 * from are looked up by the caller: no file knows them.
 */
export function formView(
  state: CaseState | AgencyState,
  act: string,
  context: ActContext,
  cases: readonly Option[] = [],
): FormView {
  const standpoint = inWhoseName(state, act, context);
  const form = requirements(state, act, standpoint.context);
  const { for: represented } = standpoint.context.actor;
  return {
    act,
    label: form.label,
    nature: form.nature,
    stream: state.stream,
    version: state.version,
    restsOnSeen: form.restsOnSeen,
    asksMoment: form.asksMoment,
    now: context.now,
    input: form.input
      .filter((field) => !isOfNobody(field, state))
      .map((field) =>
        field.ref === 'case'
          ? {
              ...fieldView(field, state, context),
              options: cases.filter((one) => one.value !== state.stream),
            }
          : fieldView(field, state, context),
      ),
    ...(form.input.some(({ shows }) => shows === 'factors') ? { editions: factorEditions(context) } : {}),
    record: form.record.map((field) => recordView(field, context)),
    partyRecord: form.partyRecord.map((field) => ({
      ...recordView(field, context),
      ...(field.whenKinds === undefined ? {} : { whenKinds: [...field.whenKinds] }),
    })),
    prefill: { input: { ...form.prefill.input }, record: { ...form.prefill.record } },
    preview: actView(state, act, context),
    delegations: standpoint.delegations.map((one) => delegationOption(one, context)),
    ...(represented === undefined ? {} : { delegation: represented.delegation }),
  };
}

function fieldView(field: FormField, state: CaseState | AgencyState, context: ActContext): FieldView {
  const options = optionsOf(field, state, context);
  return {
    name: field.name,
    label: field.label,
    kind: field.kind,
    optional: field.optional,
    ...(options === undefined ? {} : { options }),
    // What is signed away stands in sight, every matter of it: nobody picks it from a list that scrolls.
    ...(field.ref === 'rule' || field.codes === 'delegated-matter' ? { spelledOut: true } : {}),
    ...(isOfFile(field, context) ? { ofFile: true } : {}),
    ...(field.shows === undefined ? {} : { shows: field.shows }),
    ...(field.whenKinds === undefined ? {} : { whenKinds: [...field.whenKinds] }),
    ...(field.rows === undefined ? {} : { rows: field.rows.map((part) => fieldView(part, state, context)) }),
  };
}

/** Asked of those who came along from other agencies, where no other agency does: there is nothing to say. */
function isOfNobody(field: FormField, state: CaseState | AgencyState): boolean {
  const asked = [field, ...(field.rows ?? [])].some(({ ref }) => ref === 'partner' || ref === 'partner-ever');
  return asked && field.optional && (!('entries' in state) || partnersOf(state).length === 0);
}

/** Chosen among what lies in this very file: it means nothing in another. */
function isOfFile({ ref }: FormField, context: ActContext): boolean {
  return ref !== undefined && ref !== 'officer' && agencyOptions(ref, context) === undefined;
}

function recordView(field: RecordField, context: ActContext): RecordFieldView {
  const options = field.codes === undefined ? undefined : codeOptions(field.codes, context);
  return {
    id: field.id,
    label: field.label,
    type: field.type,
    ...(options === undefined ? {} : { options }),
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    secret: field.secret,
    required: field.required,
    conditional: field.conditional,
    ...(field.minLength === undefined ? {} : { minLength: field.minLength }),
    clauses: clausesView(field.clauses, context.law),
    ...(field.borrowed === true ? { borrowed: true } : {}),
    ...(field.whenInput === undefined
      ? {}
      : { whenInput: { name: field.whenInput.name, values: [...field.whenInput.values] } }),
  };
}

function codeOptions(set: string, context: ActContext): Option[] {
  return (context.law.codes[set] ?? []).map((code) => ({ value: code.id, label: code.label }));
}

function optionsOf(
  field: FormField,
  state: CaseState | AgencyState,
  context: ActContext,
): Option[] | undefined {
  if (field.codes !== undefined) return codeOptions(field.codes, context);
  if (field.ref === undefined) return undefined;
  if (field.ref === 'officer')
    return Object.values(context.refs.agency.officers)
      .filter(({ elsewhere }) => elsewhere !== true)
      .map((officer) => ({
        value: officer.id,
        label: officer.name,
        note: context.refs.agency.units[officer.unit]?.name,
      }));
  const own = ofThisFile(field.ref, agencyOptions(field.ref, context), state);
  if (own !== undefined && field.ref === 'benchmark-level' && 'entries' in state)
    return own.map((one) => levelFound(one, state));
  if (own !== undefined) return own;
  if (!('entries' in state)) return [];
  if (field.ref === 'successor') {
    const cession = cessionOver(state, context.refs.agency, context.now);
    return cession === undefined ? [] : [{ value: cession.to, label: cession.name, note: cession.document }];
  }
  if (field.ref === 'gap')
    return gapsOf(state, context).flatMap(({ rule, because, act, clauses }) =>
      rule === undefined
        ? []
        : [{ value: rule, label: because, note: `${actLabel(act)}，${cite(clauses, context.law)}` }],
    );
  if (field.ref === 'thing')
    return thingsInHand(state).map((one) => ({
      value: one.id,
      label: thingTitle(one),
      note: entryTitle(state, one.measure),
    }));
  if (field.ref === 'referred')
    return unsignedItems(state).map((id) => ({ value: id, label: referredTitle(state, id) }));
  if (field.ref === 'supplement-item')
    return named(
      entriesOf(state, 'supplement-notice').flatMap(({ data }) =>
        data.items.map(({ material }) => [material, material] as const),
      ),
    );
  if (field.ref === 'partner')
    return named(presentPartners(state).map(({ id, name }) => [id, name] as const));
  if (field.ref === 'partner-ever')
    return named(partnersOf(state).map(({ id, name }) => [id, name] as const));
  if (field.ref === 'participant')
    return participantsOf(state).map(({ id, name }) => ({ value: id, label: name }));
  if (field.ref === 'interested')
    return named(
      entriesOf(state, 'interest-notice').flatMap(({ data }) =>
        data.persons.map(({ id, name }) => [id, name] as const),
      ),
    );
  return state.entries
    .filter((entry) => fits(field.ref, entry, state))
    .map((entry) => ({
      value: entry.id,
      label: entryTitle(state, entry),
      ...noteOf(field.ref, entry, state, context.law),
    }));
}

/** Registers of which what came along from a predecessor is chosen in the files that came with it, and nowhere else. */
const cameWithFiles: ReadonlySet<string> = new Set([
  'basis',
  'benchmark-level',
  'factor-benchmark',
  'emergency',
  'inspection-item',
  'inspection-plan',
  'plan-line',
]);

function ofThisFile(
  ref: string,
  options: Option[] | undefined,
  state: CaseState | AgencyState,
): Option[] | undefined {
  if (options === undefined || !cameWithFiles.has(ref)) return options;
  const through = 'entries' in state ? entriesOf(state, 'reception').map(({ data }) => data.from) : [];
  return options.filter(
    ({ value }) => !isInherited(value) || through.some((from) => value.split('/')[0]?.endsWith(`.${from}`)),
  );
}

/** Of a level, for whom the factors led to it: whoever proposes a fine need not look it up. */
function levelFound(level: Option, state: CaseState): Option {
  const weighings = standingWeighings(state);
  const names = presentParties(state)
    .filter(({ id }) =>
      weighings.some((entry) => entry.data.party === id && levelWeighed(entry) === level.value),
    )
    .map(({ data }) => data.name);
  if (names.length === 0) return level;
  const found = `按裁量因素认定：${names.join('、')}`;
  return { ...level, note: level.note === undefined ? found : `${level.note}；${found}` };
}

/** Choices that are parts of an entry, each once. */
function named(all: readonly (readonly [string, string])[]): Option[] {
  return [...new Map(all)].map(([value, label]) => ({ value, label }));
}

/** What to know of a thing before it is chosen: its defects; of evidence, whether it was found true. */
function noteOf(ref: string | undefined, entry: AnyEntry, state: CaseState, law: Law): { note?: string } {
  const said = [
    ...(entry.defects.length > 0 ? ['有瑕疵'] : []),
    ...((ref === 'evidence' || ref === 'shown') && evidenceKinds.includes(entry.kind)
      ? [codeLabel(law, 'evidence-standing', evidenceStanding(state, entry.id))]
      : []),
  ];
  return said.length === 0 ? {} : { note: said.join('，') };
}

function fits(ref: string | undefined, entry: AnyEntry, state: CaseState): boolean {
  switch (ref) {
    case 'party':
      return presentParties(state).some((party) => party.id === entry.id);
    case 'respondent':
      return respondentsOf(state).some((party) => party.id === entry.id);
    case 'notice':
    case 'hearing-notice':
    case 'preservation':
    case 'fault-claim':
    case 'entrustment':
    case 'monitoring':
    case 'statement':
    case 'measure':
    case 'measure-request':
    case 'measure-decision':
      return entry.kind === ref;
    case 'urgent-measure':
      return unanswered(state).some((one) => one.id === entry.id);
    case 'document':
      return servable.includes(entry.kind);
    case 'agent':
      return undismissed(state).some((agent) => agent.id === entry.id);
    case 'collection':
      return isCollection(entry);
    case 'handover':
      return awaitingReceiver(state).some((one) => one.id === entry.id);
    case 'in-transit':
      return entry.kind === 'service' && inTransit(state, entry);
    case 'shown':
      return isShown(entry);
    case 'evidence':
      return evidenceKinds.includes(entry.kind);
    case 'archivable':
      return archivable(state).includes(entry);
    case 'defective':
      return isUnanswered(state, entry);
    case 'detention-request':
      return entry.kind === 'detention-request';
    case 'assistance-request':
      return openAssistance(state).some((one) => one.id === entry.id);
    case 'suspicion':
      return suspicionsOf(state).includes(entry) && suspicionCheckOf(state, entry.id) === undefined;
    case 'correctable':
      return isCorrectable(entry);
    default:
      return false;
  }
}

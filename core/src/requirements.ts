import type { ActContext, ActDefinition } from './act.ts';
import { actDefinitions } from './acts.ts';
import type { AgencyState } from './authority/state.ts';
import type { FieldMap, Value } from './canonical.ts';
import { emptyCase } from './case/state.ts';
import type { CaseState } from './case/state.ts';
import { describe } from './form.ts';
import type { FormField } from './form.ts';
import type { Condition } from './rules/condition.ts';
import { borrowedFor } from './rules/edition.ts';
import { evaluate } from './rules/evaluate.ts';
import type { FieldType } from './rules/law.ts';
import type { Need } from './rules/primitive.ts';
import { needsOf } from './rules/needs.ts';
import { sceneOf } from './rules/scene.ts';
import { wholeAct } from './rules/subject.ts';

export interface Form {
  readonly act: string;
  readonly label: string;
  readonly nature: 'constitutive' | 'factual';
  readonly restsOnSeen: boolean;
  /** The moment is told: of what has happened, and of what is done where no network may be. */
  readonly asksMoment: boolean;
  /** Fields of the input, typed by the act itself. */
  readonly input: readonly FormField[];
  /** Fields of the record, demanded by rules, each with the clauses that ask for it. */
  readonly record: readonly RecordField[];
  /** Fields of each party's own record, where the act names parties. */
  readonly partyRecord: readonly PartyField[];
  readonly prefill: { readonly input: Readonly<Record<string, Value>>; readonly record: FieldMap };
}

/** A field of a party's record; asked only of the kinds of party named, where the law makes a difference. */
export interface PartyField extends RecordField {
  readonly whenKinds?: readonly string[];
}

export interface RecordField {
  readonly id: string;
  readonly label: string;
  readonly type: FieldType;
  readonly codes?: string;
  readonly hint?: string;
  readonly secret: boolean;
  readonly required: boolean;
  /** Demanded only in some cases, which what is filled in decides. */
  readonly conditional: boolean;
  readonly minLength?: number;
  readonly format?: string;
  readonly clauses: readonly string[];
  /** Nobody but another kind of enforcement asks for it (参照). */
  readonly borrowed?: true;
  /**
   * Shown only while the named input, one that narrows the form, has one of these codes; an empty string stands for
   * the input left blank.
   */
  readonly whenInput?: { readonly name: string; readonly values: readonly string[] };
}

/** The form of an act: what the act needs by its nature, what the law asks for beside, and what is known already. */
export function requirements(state: CaseState | AgencyState, actName: string, context: ActContext): Form {
  const definition = actDefinitions.get(actName);
  if (definition === undefined) throw new RangeError(`没有这种行为：${actName}`);
  const prefill = definition.prefill?.(state as CaseState & AgencyState, context) ?? {};
  const record = recordFields(definition, state, context);
  const standing = Object.fromEntries(
    record.flatMap(({ id }) => {
      const field = context.law.fields[id];
      const text = field?.defaults?.[actName] ?? field?.default;
      return text === undefined ? [] : [[id, text]];
    }),
  );
  return {
    act: actName,
    label: definition.label,
    nature: definition.nature,
    restsOnSeen: definition.restsOn !== undefined,
    asksMoment: definition.nature === 'factual' || definition.inField === true,
    input: describe(definition.input),
    record,
    partyRecord: definition.parts === undefined ? [] : partyFields(definition, state, context),
    prefill: { input: prefill.input ?? {}, record: { ...standing, ...prefill.record } },
  };
}

function recordFields(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  context: ActContext,
): readonly RecordField[] {
  const caseState =
    definition.aggregate === 'case' ? (state as CaseState) : emptyCase(state.stream, context.refs.agency.id);
  const scene = sceneOf(caseState, context, undefined, context.now);
  const needs = needsOf(definition.name, scene)
    .filter((need) => need.per !== 'party' || definition.parts === undefined)
    // A need that depends on what is filled in is shown as well: better one field too many than a refusal afterwards.
    .filter((need) => need.when === undefined || applies(need));
  const offered = Object.values(context.law.fields).filter(
    (field) => field.offeredBy?.includes(definition.name) === true,
  );
  const demanded = merged(needs, caseState, context);
  const choice = narrowing(definition, context);
  const fields = [
    ...demanded,
    ...offered
      .filter((field) => !demanded.some((one) => one.id === field.id))
      .map((field) => fieldOf(field.id, 'never', [], {}, context)),
  ];
  return choice === undefined ? fields : fields.map((field) => ({ ...field, ...bound(field.id, choice) }));

  /** The codes of the narrowing input with which some rule asks for the field, or the vocabulary offers it. */
  function bound(id: string, { name, codes }: Narrowing): Pick<RecordField, 'whenInput'> {
    const asking = needs.filter((need) => need.fields.some(({ field }) => field === id));
    const field = context.law.fields[id];
    const offeredFor = field?.offeredBy?.includes(definition.name) === true ? field.offeredFor : [];
    const values = codes.filter(
      (code) =>
        offeredFor === undefined ||
        offeredFor.includes(code) ||
        asking.some((need) => need.when === undefined || asks(need.when, name, code)),
    );
    return values.length === codes.length ? {} : { whenInput: { name, values } };
  }

  function asks(when: Condition, name: string, code: string): boolean {
    const act = {
      ...{ id: '', name: definition.name, agency: '', stream: '', record: {} },
      input: code === '' ? {} : { [name]: code },
      occurredAt: context.now,
    };
    const chosen = sceneOf(caseState, context, act, context.now);
    // What else is still to be filled in may make it ask: shown rather than missed.
    const said = evaluate(when, chosen, wholeAct).truth;
    return said !== 'false';
  }

  function applies(need: Need): boolean {
    const verdict = evaluate(need.when ?? { all: [] }, scene, wholeAct);
    return verdict.truth === 'true' || verdict.open;
  }
}

interface Narrowing {
  readonly name: string;
  readonly codes: readonly string[];
}

/** The input that decides which fields the form shows, with its codes; the empty one where it may be left blank. */
function narrowing(definition: ActDefinition, context: ActContext): Narrowing | undefined {
  const field = describe(definition.input).find((one) => one.narrows === true);
  if (field?.codes === undefined) return undefined;
  const codes = (context.law.codes[field.codes] ?? []).map((code) => code.id);
  return { name: field.name, codes: field.optional ? [...codes, ''] : codes };
}

function partyFields(
  definition: ActDefinition,
  state: CaseState | AgencyState,
  context: ActContext,
): readonly PartyField[] {
  const scene = sceneOf(state as CaseState, context, undefined, context.now);
  const demanded = needsOf(definition.name, scene)
    .filter((need) => need.per === 'party')
    .flatMap((need) => {
      const kinds = kindsOf(need, context);
      return need.fields.map((field) => ({
        ...fieldOf(field.field, need.effect === 'advise' ? 'never' : 'always', need.clauses, field, context),
        ...(kinds === undefined ? {} : { whenKinds: kinds }),
      }));
    });
  // Whom a paper is served on and who signs for it is known from what was told of a party when the file was opened.
  const offered = Object.values(context.law.fields)
    .filter(({ offeredOfParties }) => offeredOfParties?.includes(definition.name) === true)
    .filter(({ id }) => demanded.every((one) => one.id !== id))
    .map(({ id, offeredOfKinds }) => ({
      ...fieldOf(id, 'never', [], {}, context),
      ...(offeredOfKinds === undefined ? {} : { whenKinds: offeredOfKinds }),
    }));
  return [...demanded, ...offered];
}

/** The party kinds a need is limited to: asked of the condition itself, kind by kind. */
function kindsOf(need: Need, context: ActContext): readonly string[] | undefined {
  const { when } = need;
  if (when === undefined) return undefined;
  return (context.law.codes['party-kind'] ?? [])
    .map((code) => code.id)
    .filter((kind) => {
      const act = {
        id: '',
        name: '',
        agency: '',
        stream: '',
        input: { parties: [{ id: 'p', kind }] },
        record: {},
        occurredAt: context.now,
      };
      const scene = sceneOf(emptyCase('case/none', context.refs.agency.id), context, act, context.now);
      return evaluate(when, scene, { per: 'party', id: 'p', label: '' }).truth === 'true';
    });
}

function merged(needs: readonly Need[], state: CaseState, context: ActContext): readonly RecordField[] {
  const byId = new Map<string, RecordField>();
  for (const need of needs)
    for (const field of need.fields) {
      const before = byId.get(field.field);
      const clauses = [...new Set([...(before?.clauses ?? []), ...need.clauses])];
      const conditional = need.when !== undefined;
      const borrowed =
        (before === undefined || before.borrowed === true) && borrowedFor(need, state) !== undefined;
      byId.set(field.field, {
        ...fieldOf(
          field.field,
          before?.required === true || !conditional ? 'always' : 'sometimes',
          clauses,
          strictest(before, field),
          context,
        ),
        ...(borrowed ? { borrowed } : {}),
      });
    }
  return [...byId.values()];
}

/** Several rules ask for one field: the longest text and the form of writing that any of them asks for. */
function strictest(
  before: RecordField | undefined,
  field: { readonly minLength?: number; readonly format?: string },
): { minLength?: number; format?: string } {
  const minLength = Math.max(before?.minLength ?? 0, field.minLength ?? 0);
  const format = field.format ?? before?.format;
  return { ...(minLength === 0 ? {} : { minLength }), ...(format === undefined ? {} : { format }) };
}

function fieldOf(
  id: string,
  demanded: 'always' | 'sometimes' | 'never',
  clauses: readonly string[],
  rule: { minLength?: number; format?: string },
  context: ActContext,
): RecordField {
  const field = context.law.fields[id];
  return {
    id,
    label: field?.label ?? id,
    type: field?.type ?? 'text',
    ...(field?.codes === undefined ? {} : { codes: field.codes }),
    ...(field?.hint === undefined ? {} : { hint: field.hint }),
    secret: field?.secret === true,
    required: demanded === 'always',
    conditional: demanded === 'sometimes',
    ...(rule.minLength === undefined ? {} : { minLength: rule.minLength }),
    ...(rule.format === undefined ? {} : { format: rule.format }),
    clauses,
  };
}

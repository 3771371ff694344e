import {
  basisById,
  basisTitle,
  benchmarkById,
  benchmarkTitle,
  codeLabel,
  drawById,
  drawnLot,
  entryById,
  entryTitle,
  gateOf,
  heldThings,
  inspectionItem,
  inspectionsOf,
  isSealed,
  levelById,
  participantsOf,
  partnersOf,
  partyName,
  planLine,
  referredTitle,
  thingTitle,
  yuanText,
} from '@zhaozhang/core';
import type { AgencyState, CaseState, FormField, Law, Value } from '@zhaozhang/core';
import { formatDay, formatInstant, parseDay, parseInstant } from '@zhaozhang/core/time';

/** What a value needs beside it to be put into words: the file it stands in, the agency, the law. */
export interface Showing {
  readonly state: CaseState;
  readonly agency: AgencyState;
  readonly law: Law;
}

/** An input value in words, by the kind of its field: codes and references become names, fen become 元. */
export function inputText(field: FormField, value: Value, showing: Showing): string {
  switch (field.kind) {
    case 'code':
      return codeLabel(showing.law, field.codes ?? '', String(value));
    case 'ref':
      return referenceText(field.ref, String(value), showing);
    case 'refs':
      return (value as readonly Value[])
        .map((one) => referenceText(field.ref, String(one), showing))
        .join('、');
    case 'bool':
      return value === true ? '是' : '否';
    case 'money':
      return typeof value === 'number' ? yuanText(value) : String(value);
    case 'moment':
    case 'day':
      return momentWords(value);
    case 'rows':
      return (value as readonly Readonly<Record<string, Value>>[])
        .map((row) => rowText(field, row, showing))
        .join('；');
    default:
      return String(value);
  }
}

function rowText(field: FormField, row: Readonly<Record<string, Value>>, showing: Showing): string {
  return (field.rows ?? [])
    .flatMap((part) => {
      const value = row[part.name];
      if (value === undefined) return [];
      if (part.kind === 'bool') return [`${part.label}：${inputText(part, value, showing)}`];
      // A bare number says nothing of what it counts.
      return [part.kind === 'int' ? `${part.label} ${value}` : inputText(part, value, showing)];
    })
    .join(' ');
}

function referenceText(ref: string | undefined, id: string, { state, agency, law }: Showing): string {
  if (ref === 'officer') return agency.officers[id]?.name ?? '名录外人员';
  // The matter, and a material by its name, are their own names.
  if (ref === 'enforcement-item' || ref === 'supplement-item') return id;
  if (ref === 'interested' || ref === 'participant')
    return participantsOf(state).find((one) => one.id === id)?.name ?? partyName(state, id);
  if (ref === 'inspection-item') return inspectionItem(agency, id)?.name ?? '没有登记的事项';
  if (ref === 'inspection-plan')
    return inspectionsOf(agency).plans.find((one) => one.id === id)?.title ?? '没有登记的计划';
  if (ref === 'plan-line') return planLineText(agency, id) ?? '已不在计划内';
  if (ref === 'lot') return drawnLot(agency, id)?.object.name ?? '没有抽中的一家';
  if (ref === 'open-draw') return drawById(agency, id)?.terms.purpose ?? '没有封存的名单';
  if (ref === 'basis') {
    const basis = basisById(agency, id);
    return basis === undefined ? '没有登记的依据' : basisTitle(basis);
  }
  if (ref === 'benchmark-level') {
    const chosen = levelById(agency, id);
    return chosen === undefined
      ? '没有登记的档次'
      : `${benchmarkTitle(chosen.benchmark)}${chosen.level.label}`;
  }
  if (ref === 'factor-benchmark') {
    const edition = benchmarkById(agency, id);
    return edition === undefined ? '没有登记的裁量基准' : benchmarkTitle(edition);
  }
  if (ref === 'gap')
    return gateOf(id, law)?.because.replaceAll('{subject}', '当事人') ?? '现行规定已不要求的要件';
  if (ref === 'thing') {
    const thing = heldThings(state).find((one) => one.id === id);
    return thing === undefined ? '已不在卷内' : thingTitle(thing);
  }
  if (ref === 'partner' || ref === 'partner-ever')
    return partnersOf(state).find((one) => one.id === id)?.name ?? '已不在卷内';
  if (ref === 'referred') return referredTitle(state, id);
  const entry = entryById(state, id);
  return entry === undefined ? '已不在卷内' : entryTitle(state, entry);
}

/** A line of the yearly plan, by what is inspected and of whom. */
export function planLineText(agency: AgencyState, address: string): string | undefined {
  const found = planLine(agency, address);
  if (found === undefined) return undefined;
  return `${inspectionItem(agency, found.line.item)?.name ?? ''}（${found.line.objects}）`;
}

/** A record's value in words, by its declared type. Sealed values say only that they are kept. */
export function recordText(id: string, value: Value, law: Law): string {
  const field = law.fields[id];
  if (isSealed(value)) return '已加密保存';
  switch (field?.type) {
    case 'enum':
      return codeLabel(law, field.codes ?? '', String(value));
    case 'money':
      return typeof value === 'number' ? yuanText(value) : String(value);
    case 'instant':
    case 'day':
      return momentWords(value);
    case 'bool':
      return value === true ? '是' : '否';
    case 'blob':
    case 'blobs':
      return attachmentsOf(value)
        .map((one) => one.name)
        .join('、');
    default:
      return String(value);
  }
}

/** The files a value attaches. */
export function attachmentsOf(value: Value): readonly { readonly blob: string; readonly name: string }[] {
  const list = (Array.isArray(value) ? value : [value]) as readonly { blob: string; name: string }[];
  return list.map(({ blob, name }) => ({ blob, name }));
}

function momentWords(value: Value): string {
  const day = parseDay(value);
  if (day !== undefined) return formatDay(day, { withYear: true });
  const moment = parseInstant(value);
  return moment === undefined ? String(value) : formatInstant(moment);
}

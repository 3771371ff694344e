import { actDefinitions, codeLabel, describe, entryById, entryTitle, isSealed } from '@zhaozhang/core';
import type { AgencyState, AnyEntry, CaseState, FieldMap, FormField, Law, Value } from '@zhaozhang/core';
import { formatDay, formatInstant, parseDay, parseInstant } from '@zhaozhang/core/time';
import type { ShownField } from '../contract/index.ts';
import { yuan } from './money.ts';

interface Showing {
  readonly state: CaseState;
  readonly agency: AgencyState;
  readonly law: Law;
}

/** What an entry holds, as label and text. */
export function shownFields(entry: AnyEntry, showing: Showing): ShownField[] {
  return [...shownData(entry, showing), ...shownRecord(entry.record, showing.law)];
}

function shownData(entry: AnyEntry, showing: Showing): ShownField[] {
  if (entry.kind === 'party')
    return [
      { label: '姓名或者名称', text: entry.data.name },
      { label: '类型', text: codeLabel(showing.law, 'party-kind', entry.data.kind) },
    ];
  if (entry.kind === 'publication')
    return [{ label: '公示渠道', text: codeLabel(showing.law, 'channel', entry.data.channel) }];
  const fields = describe(actDefinitions.get(entry.act)?.input ?? anything());
  const data = entry.data as unknown as Readonly<Record<string, Value | undefined>>;
  const shown = fields.flatMap((field) => {
    const value = data[field.name];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [{ label: field.label, text: textOf(field, value, showing) }];
  });
  const number = data['number'];
  return typeof number === 'string' && number !== '' ? [{ label: '文号', text: number }, ...shown] : shown;
}

function anything(): never {
  throw new Error('条目没有对应的行为');
}

/** Text of a value by the kind of its field. */
export function textOf(field: FormField, value: Value, showing: Showing): string {
  switch (field.kind) {
    case 'code':
      return codeLabel(showing.law, field.codes ?? '', String(value));
    case 'ref':
      return refText(field.ref, String(value), showing);
    case 'refs':
      return (value as readonly Value[]).map((one) => refText(field.ref, String(one), showing)).join('、');
    case 'bool':
      return value === true ? '是' : '否';
    case 'money':
      return typeof value === 'number' ? yuan(value) : String(value);
    case 'moment':
      return momentText(value);
    case 'rows':
      return (value as readonly Readonly<Record<string, Value>>[])
        .map((row) =>
          (field.rows ?? [])
            .flatMap((part) => (row[part.name] === undefined ? [] : [textOf(part, row[part.name] as Value, showing)]))
            .join(' '),
        )
        .join(';');
    default:
      return String(value);
  }
}

function refText(ref: string | undefined, id: string, { state, agency }: Showing): string {
  if (ref === 'officer') return agency.officers[id]?.name ?? '名录外人员';
  const entry = entryById(state, id);
  return entry === undefined ? '已不在卷内' : entryTitle(state, entry);
}

/** A record's fields by their declared labels; sealed ones show only that they are there. */
export function shownRecord(record: FieldMap, law: Law): ShownField[] {
  return Object.entries(record).map(([id, value]) => {
    const field = law.fields[id];
    const label = field?.label ?? '其他栏目';
    if (isSealed(value)) return { label, text: '已加密保存', sealed: value.sealed };
    if (field?.type === 'enum') return { label, text: codeLabel(law, field.codes ?? '', String(value)) };
    if (field?.type === 'money' && typeof value === 'number') return { label, text: yuan(value) };
    if (field?.type === 'instant' || field?.type === 'day') return { label, text: momentText(value) };
    if (field?.type === 'bool') return { label, text: value === true ? '是' : '否' };
    if (field?.type === 'blob' || field?.type === 'blobs') {
      const attachments = (Array.isArray(value) ? value : [value]) as readonly { blob: string; name: string }[];
      return { label, text: attachments.map((one) => one.name).join('、'), attachments: attachments.map(({ blob, name }) => ({ blob, name })) };
    }
    return { label, text: String(value) };
  });
}

function momentText(value: Value): string {
  const day = parseDay(value);
  if (day !== undefined) return formatDay(day);
  const moment = parseInstant(value);
  return moment === undefined ? String(value) : formatInstant(moment);
}


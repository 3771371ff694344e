import {
  actDefinitions,
  answersTold,
  codeLabel,
  describe,
  isSealed,
  levelById,
  levelTitle,
  levelWeighed,
  officersSeen,
} from '@zhaozhang/core';
import type { AnyEntry, FieldMap, Law, Value } from '@zhaozhang/core';
import { attachmentsOf, inputText, recordText } from '@zhaozhang/documents';
import type { Showing } from '@zhaozhang/documents';
import type { ShownField } from '../contract/index.ts';

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
  const then = asSeen(entry, showing);
  const definition = actDefinitions.get(entry.act);
  const data = dataOf(entry);
  const fields = definition === undefined ? [] : describe(definition.input);
  const shown = fields.flatMap((field) => {
    const value = data[field.name];
    // The other case is told by its number, and linked to at the head of the page.
    if (field.ref === 'case') return [];
    // Told one by one below, each with what proves it.
    if (field.shows === 'factors') return [];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [{ label: field.label, text: inputText(field, value, then) }];
  });
  // A number that was typed in is shown by the name of its field, once.
  const number = fields.some((field) => field.name === 'number') ? undefined : data['number'];
  return [
    ...(typeof number === 'string' && number !== ''
      ? [{ label: entry.kind in ofOtherCases ? '案件' : '文号', text: number }]
      : []),
    ...shown,
    ...certificates(entry),
    ...listed(entry),
    ...discretion(entry, showing),
  ];
}

/** Entries whose number is that of another case. */
const ofOtherCases: Readonly<Partial<Record<AnyEntry['kind'], true>>> = {
  merger: true,
  intake: true,
  link: true,
  split: true,
};

/** A decision on the spot keeps what the ordinary procedure tells in other entries; the form was one. */
function dataOf(entry: AnyEntry): Readonly<Record<string, Value | undefined>> {
  const data = entry.data as unknown as Readonly<Record<string, Value | undefined>>;
  return entry.kind === 'decision' && entry.data.spot !== undefined
    ? { ...data, ...(entry.data.spot as unknown as Readonly<Record<string, Value>>) }
    : data;
}

/** Officers are named as the register had them when the record was made, whatever has become of them. */
function asSeen(entry: AnyEntry, showing: Showing): Showing {
  const officers = { ...showing.agency.officers };
  for (const { id, name } of officersSeen(entry)) {
    const now = officers[id];
    officers[id] = now === undefined ? { id, name, unit: '', certificates: [] } : { ...now, name };
  }
  return { ...showing, agency: { ...showing.agency, officers } };
}

/** Numbers of the certificates shown, of those who are still named in the record. */
function certificates(entry: AnyEntry): ShownField[] {
  const named = (dataOf(entry)['officers'] as readonly string[] | undefined) ?? [];
  const held = officersSeen(entry).filter((one) => named.includes(one.id) && one.certificate !== undefined);
  return held.length === 0
    ? []
    : [{ label: '执法证件编号', text: held.map((one) => `${one.name} ${one.certificate}`).join('、') }];
}

/** The level that the factors led to, or why the fine proposed or decided is what it is. */
function discretion(entry: AnyEntry, { state, agency }: Showing): ShownField[] {
  const told = entry.outcome?.['discretion'];
  if (entry.kind !== 'factor-weighing')
    return typeof told === 'string' ? [{ label: '裁量理由', text: told }] : [];
  const found = levelById(agency, levelWeighed(entry));
  return [
    ...answersTold(state, entry, agency).map((one) => ({
      label: one.factor,
      text: `${one.told.replace(/^[： ]/, '')}（${one.proof.join('、')}）`,
    })),
    ...(found === undefined ? [] : [{ label: '所属档次', text: levelTitle(found.level) }]),
  ];
}

/** The papers that a hand-over lists: what its receiver signs for. */
function listed(entry: AnyEntry): ShownField[] {
  const { contents } = entry.outcome ?? {};
  if (entry.kind !== 'handover' || !Array.isArray(contents)) return [];
  const titles = (contents as readonly { readonly title?: unknown }[]).map(({ title }) => String(title));
  return [{ label: `移交清单（${titles.length} 件）`, text: titles.join('、') }];
}

/** A record's fields by their declared labels; sealed ones show only that they are there. */
export function shownRecord(record: FieldMap, law: Law): ShownField[] {
  return Object.entries(record).map(([id, value]) => {
    const field = law.fields[id];
    const files = field?.type === 'blob' || field?.type === 'blobs';
    return {
      label: field?.label ?? '其他栏目',
      text: recordText(id, value, law),
      ...(isSealed(value) ? { sealed: value.sealed } : {}),
      ...(files ? { attachments: [...attachmentsOf(value)] } : {}),
    };
  });
}

import { formats } from '@zhaozhang/core';
import type { FieldOption } from '../fields/field.ts';
import type { TypedMap } from '../fields/typed.ts';

/** 名册: organisations as a spreadsheet lists them, each to become a lead of its own. */
export interface Column {
  /** The field of the lead's record it goes into; the remark goes into the summary. */
  readonly path: string;
  readonly label: string;
  /** What the head of such a column may be called. */
  readonly heads: readonly string[];
}

export const note = 'note';

const column = (path: string, label: string, heads: readonly string[]): Column => ({
  ...{ path, label },
  heads: [label, ...heads],
});

/** In the order in which a table without a head is read. */
export const columns: readonly Column[] = [
  column('lead.party-name', '名称', ['单位名称', '组织名称', '社会组织名称', '当事人', '当事人名称']),
  column('lead.party-code', '统一社会信用代码', ['社会信用代码', '信用代码', '代码']),
  column('lead.party-representative', '法定代表人', [
    '法人',
    '负责人',
    '法定代表人或者负责人',
    '法定代表人/负责人',
  ]),
  column('lead.party-address', '住所', ['住址', '地址', '登记住所', '登记地址']),
  column('lead.party-phone', '联系电话', ['电话', '单位电话']),
  column('lead.party-kind', '类型', ['组织类型', '社会组织类型', '登记类型']),
  column(note, '情况', ['备注', '说明', '情况说明']),
];

/** Written where something is not known yet: it is left open, and asked for when the case is filed. */
export const unverified = '待核';

export interface Roll {
  readonly rows: readonly TypedMap[];
  /** Whether a head was recognised; else the columns were taken in their order. */
  readonly headed: boolean;
  /** Columns that nobody knows; they are left out. */
  readonly unknown: readonly string[];
}

/** Reads the cells of a table: the first line as its head where it names at least the names. */
export function rollOf(cells: readonly (readonly string[])[], kinds: readonly FieldOption[]): Roll {
  const [first = [], ...others] = cells;
  const known = first.map((head) => columns.find(({ heads }) => heads.includes(plain(head))));
  const headed = known.some((one) => one?.path === 'lead.party-name');
  const order = headed ? known : columns;
  const rows = (headed ? others : cells).map((row) => rowOf(row, order, kinds));
  const unknown = headed ? first.filter((head, index) => head !== '' && known[index] === undefined) : [];
  return { rows, headed, unknown };
}

function rowOf(
  cells: readonly string[],
  order: readonly (Column | undefined)[],
  kinds: readonly FieldOption[],
): TypedMap {
  const pairs = order.flatMap((one, index) => {
    const text = cells[index] ?? '';
    return one === undefined || text === '' ? [] : [[one.path, tidied(one.path, text, kinds)] as const];
  });
  return Object.fromEntries(pairs);
}

/** As it is kept: codes without spaces and in capitals, a kind by its code where the word is known. */
export function tidied(path: string, text: string, kinds: readonly FieldOption[]): string {
  if (path === 'lead.party-code') return halfWidth(text).replaceAll(/\s/g, '').toUpperCase();
  if (path !== 'lead.party-kind') return text.trim();
  return kinds.find(({ label }) => label === text.trim())?.value ?? text.trim();
}

function plain(head: string): string {
  return halfWidth(head)
    .replaceAll(/[\s*:：]/g, '')
    .replace(/[(（].*$/, '');
}

function halfWidth(text: string): string {
  return text.replaceAll(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}

const sound: ReadonlyMap<string, string> = new Map();

/** What is wrong in each line, by column, with what to write instead. */
export function faultsOfRows(
  rows: readonly TypedMap[],
  kinds: readonly FieldOption[],
): readonly ReadonlyMap<string, string>[] {
  const first = { code: new Map<string, number>(), name: new Map<string, number>() };
  return rows.map((row, at) => {
    const [name, code] = [said(row, 'lead.party-name'), said(row, 'lead.party-code')];
    const faults = new Map([...nameFaults(name), ...codeFaults(code), ...kindFaults(row, kinds)]);
    const known = code !== '' && code !== unverified;
    const twins: readonly (readonly [string, number | undefined])[] = [
      ['lead.party-code', known ? before(first.code, code, at) : undefined],
      // Two associations may share a name; with codes of their own they are two.
      ['lead.party-name', before(first.name, known ? `${name} ${code}` : name, at)],
    ];
    for (const [path, twin] of twins)
      if (twin !== undefined && !faults.has(path))
        faults.set(path, `与第 ${twin + 1} 行相同；重复的删去一行`);
    return faults.size === 0 ? sound : faults;
  });
}

/** The line that said the same before this one; else this is now the first. */
function before(first: Map<string, number>, said: string, at: number): number | undefined {
  if (said === '') return undefined;
  const line = first.get(said);
  if (line === undefined) first.set(said, at);
  return line;
}

function said(row: TypedMap, path: string): string {
  const value = row[path];
  return typeof value === 'string' ? value.trim() : '';
}

type Fault = readonly [string, string];

function nameFaults(name: string): readonly Fault[] {
  const length = [...name].length;
  return length >= 2 && length <= 100 ? [] : [['lead.party-name', '请填写登记证书上的全称，二至一百字']];
}

function codeFaults(code: string): readonly Fault[] {
  if (code === '' || code === unverified || formats['unified-code']?.test(code) === true) return [];
  return [
    ['lead.party-code', `应为十八位，末位是校验码；请对照登记证书改正，一时查不到的写「${unverified}」`],
  ];
}

function kindFaults(row: TypedMap, kinds: readonly FieldOption[]): readonly Fault[] {
  const kind = said(row, 'lead.party-kind');
  if (kind === '' || kinds.some(({ value }) => value === kind)) return [];
  return [['lead.party-kind', `没有这种类型；请写${kinds.map(({ label }) => label).join('、')}之一`]];
}

/** The record of the lead that a line becomes, and what it says of the matter. */
export function leadOf(
  row: TypedMap,
  { summary, kind }: { readonly summary: string; readonly kind: string },
): { readonly summary: string; readonly record: Readonly<Record<string, unknown>> } {
  const written = Object.entries(row).filter(
    ([path, value]) => path !== note && value !== '' && value !== unverified,
  );
  const remark = typeof row[note] === 'string' && row[note] !== '' ? `。${row[note]}` : '';
  return {
    summary: `${String(row['lead.party-name'] ?? '')}${summary}${remark}`,
    record: { ...(kind === '' ? {} : { 'lead.party-kind': kind }), ...Object.fromEntries(written) },
  };
}

import type { ClauseView, FormView, RecordFieldView } from '@zhaozhang/api/contract';

type InputFieldView = FormView['input'][number];

export type FieldKind =
  | 'text'
  | 'longtext'
  | 'int'
  | 'money'
  | 'bool'
  | 'code'
  | 'day'
  | 'moment'
  | 'ref'
  | 'refs'
  | 'rows'
  | 'record'
  | 'local-id'
  | 'attachment'
  | 'attachments';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
}

/** One field of a form, whether the act asks for it by its nature or the law by a rule. */
export interface Field {
  /** Its name among its neighbours: what the value is filed under. */
  readonly name: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly optional: boolean;
  readonly options: readonly FieldOption[];
  /** Fields of each row, for `rows`; of the record of each row, for `record`. */
  readonly parts: readonly Field[];
  readonly clauses: readonly ClauseView[];
  /** The articles are of another kind of enforcement and only followed here. */
  readonly borrowed?: boolean;
  readonly hint?: string;
  readonly secret: boolean;
  readonly minLength?: number;
  /** Choices are sentences to be read, not names to be found: all of them stand in sight. */
  readonly spelledOut?: boolean;
  /** Chosen among what lies in one file: it means nothing in another. */
  readonly ofFile?: boolean;
  /** Drawn as the factors of the benchmark chosen in the same form. */
  readonly shows?: 'factors';
  /** Whether it must be filled in depends on what else is. */
  readonly conditional?: boolean;
  /** Shown only in rows of these kinds. */
  readonly whenKinds?: readonly string[];
  /** Shown only while the named input has one of these codes; an empty string is the input left blank. */
  readonly whenInput?: { readonly name: string; readonly values: readonly string[] };
}

const ofType: Readonly<Record<string, FieldKind>> = {
  text: 'text',
  longtext: 'longtext',
  int: 'int',
  money: 'money',
  day: 'day',
  instant: 'moment',
  enum: 'code',
  bool: 'bool',
  blob: 'attachment',
  blobs: 'attachments',
};

const kinds: ReadonlySet<string> = new Set<FieldKind>([
  ...(['text', 'longtext', 'int', 'money', 'bool', 'code', 'day', 'moment', 'ref', 'refs', 'rows'] as const),
  ...(['record', 'local-id'] as const),
]);

/** A field of the act's own input. `partyRecord` goes where a row carries a record. A kind not known is typed as text. */
export function inputField(view: InputFieldView, partyRecord: readonly Field[] = []): Field {
  const kind: FieldKind = kinds.has(view.kind) ? (view.kind as FieldKind) : 'text';
  return {
    name: view.name,
    label: view.label,
    kind,
    // What only some kinds of rows show, those need.
    optional: view.optional && view.whenKinds === undefined,
    options: view.options ?? [],
    parts: kind === 'record' ? partyRecord : (view.rows ?? []).map((row) => inputField(row, partyRecord)),
    clauses: [],
    secret: false,
    ...(view.spelledOut === true ? { spelledOut: true } : {}),
    ...(view.ofFile === true ? { ofFile: true } : {}),
    ...(view.whenKinds === undefined ? {} : { whenKinds: view.whenKinds }),
    ...(view.shows === undefined ? {} : { shows: view.shows }),
  };
}

/** A field the law asks for, with the articles that do. */
export function recordField(view: RecordFieldView): Field {
  return {
    name: view.id,
    label: view.label,
    kind: ofType[view.type] ?? 'text',
    optional: !view.required,
    options: view.options ?? [],
    parts: [],
    clauses: view.clauses,
    secret: view.secret,
    ...(view.hint === undefined ? {} : { hint: view.hint }),
    ...(view.borrowed === true ? { borrowed: true } : {}),
    ...(view.minLength === undefined ? {} : { minLength: view.minLength }),
    ...(view.conditional ? { conditional: true } : {}),
    ...(view.whenKinds === undefined ? {} : { whenKinds: view.whenKinds }),
    ...(view.whenInput === undefined ? {} : { whenInput: view.whenInput }),
  };
}

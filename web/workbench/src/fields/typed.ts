/** An uploaded file: its digest and the name it came under. */
export interface Attachment {
  readonly blob: string;
  readonly name: string;
}

/** Values of fields by name, as they stand in the form: money as typed in 元, moments as local date and time. */
export interface TypedMap {
  readonly [name: string]: Typed;
}

export type Typed =
  | string
  | boolean
  | readonly string[]
  | readonly Attachment[]
  | readonly TypedMap[]
  | TypedMap;

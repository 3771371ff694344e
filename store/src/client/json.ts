/** JSON as it comes and goes; absent properties are left out, `null` stands only where JSON itself brings it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

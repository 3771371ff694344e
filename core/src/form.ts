import { z } from 'zod';

/** One field of an act's input, as a form shows it. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly kind:
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
    | 'fields';
  readonly optional: boolean;
  /** Set of codes to choose from. */
  readonly codes?: string;
  /**
   * What a reference points to: party, officer, unit, enforcement-item, notice, document, evidence, entrustment, penalty-entrustment,
   * monitoring, emergency, correctable, in-transit, period, change, rule, gap, defective, archivable, basis, benchmark-level, factor-benchmark,
   * collection, handover, measure, measure-request, measure-decision, urgent-measure, thing, agent, case, absence, delegation,
   * supplement-item, interested, partner, partner-ever, other-agency, ceding-agency, cession-to-come.
   */
  readonly ref?: string;
  /** What is chosen here decides which fields of the record the form shows. */
  readonly narrows?: boolean;
  /** Drawn as what it is rather than as rows to be added: the factors of the benchmark chosen, each with its answer. */
  readonly shows?: 'factors';
  /** Of a row: shown only where its kind is one of these. */
  readonly whenKinds?: readonly string[];
  /** Fields of each row. */
  readonly rows?: readonly FormField[];
}

/** Reads the form off the schema, so that the schema stays the only description of the input. */
export function describe(schema: z.ZodType): readonly FormField[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, part]) => fieldOf(name, part));
}

function fieldOf(name: string, schema: z.ZodType): FormField {
  const optional = schema instanceof z.ZodOptional;
  const inner = optional ? (schema.unwrap() as z.ZodType) : schema;
  const meta = { ...inner.meta(), ...schema.meta() } as {
    label?: string;
    codes?: string;
    ref?: string;
    long?: boolean;
    money?: boolean;
    moment?: boolean;
    narrows?: boolean;
    shows?: 'factors';
    whenKinds?: readonly string[];
  };
  const base = {
    name,
    label: meta.label ?? name,
    optional,
    ...(meta.narrows === true ? { narrows: true } : {}),
    ...(meta.shows === undefined ? {} : { shows: meta.shows }),
    ...(meta.whenKinds === undefined ? {} : { whenKinds: meta.whenKinds }),
  };
  if (meta.codes !== undefined) return { ...base, kind: 'code', codes: meta.codes };
  if (inner instanceof z.ZodArray) {
    if (meta.ref !== undefined) return { ...base, kind: 'refs', ref: meta.ref };
    const codes = (inner.element as z.ZodType).meta()?.['codes'];
    if (typeof codes === 'string') return { ...base, kind: 'refs', codes };
    return { ...base, kind: 'rows', rows: describe(inner.element as z.ZodType) };
  }
  if (meta.ref !== undefined) return { ...base, kind: 'ref', ref: meta.ref };
  if (inner instanceof z.ZodBoolean) return { ...base, kind: 'bool' };
  if (inner instanceof z.ZodNumber) return { ...base, kind: meta.money === true ? 'money' : 'int' };
  if (inner instanceof z.ZodRecord || inner instanceof z.ZodLazy)
    return { ...base, kind: name === 'record' ? 'record' : 'fields' };
  if (meta.moment === true) return { ...base, kind: 'moment' };
  if (inner instanceof z.ZodCustom) return { ...base, kind: 'day' };
  if (name === 'id') return { ...base, kind: 'local-id' };
  return { ...base, kind: meta.long === true ? 'longtext' : 'text' };
}

import { z } from 'zod';

/** Where codes stand in an input: a code of this set, a list of something, or named parts; absent = nowhere. */
type Coded =
  | { readonly set: string }
  | { readonly each: Coded }
  | { readonly parts: readonly (readonly [key: string, coded: Coded])[] };

const known = new WeakMap<z.ZodType, { readonly coded: Coded | undefined }>();

/** Read off a schema once: schemas never change, and every act that is asked about looks for its codes. */
function codedOf(schema: z.ZodType): Coded | undefined {
  const before = known.get(schema);
  if (before !== undefined) return before.coded;
  const coded = readOff(schema);
  known.set(schema, { coded });
  return coded;
}

function readOff(schema: z.ZodType): Coded | undefined {
  const set = schema.meta()?.['codes'];
  if (typeof set === 'string') return { set };
  if (schema instanceof z.ZodOptional) return codedOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) {
    const each = codedOf(schema.element as z.ZodType);
    return each === undefined ? undefined : { each };
  }
  if (!(schema instanceof z.ZodObject)) return undefined;
  const parts = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, part]) => {
    const coded = codedOf(part);
    return coded === undefined ? [] : [[key, coded] as const];
  });
  return parts.length === 0 ? undefined : { parts };
}

interface Code {
  readonly set: string;
  readonly value: unknown;
  readonly path: string;
}

/** Every code in an input, with the set its schema says it belongs to. */
export function codesOf(schema: z.ZodType, input: unknown): readonly Code[] {
  return codesAt(codedOf(schema), input, 'input');
}

function codesAt(coded: Coded | undefined, input: unknown, path: string): readonly Code[] {
  if (coded === undefined || input === undefined) return [];
  if ('set' in coded) return [{ set: coded.set, value: input, path }];
  if ('each' in coded)
    return (input as readonly unknown[]).flatMap((item, index) =>
      codesAt(coded.each, item, `${path}.${index}`),
    );
  return coded.parts.flatMap(([key, part]) =>
    codesAt(part, (input as Readonly<Record<string, unknown>>)[key], `${path}.${key}`),
  );
}

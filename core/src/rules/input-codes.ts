import { z } from 'zod';

/** Every code in an input, with the set its schema says it belongs to. */
export function codesOf(
  schema: z.ZodType,
  input: unknown,
  path = 'input',
): { set: string; value: unknown; path: string }[] {
  if (input === undefined) return [];
  const set = schema.meta()?.['codes'];
  if (typeof set === 'string') return [{ set, value: input, path }];
  if (schema instanceof z.ZodOptional) return codesOf(schema.unwrap() as z.ZodType, input, path);
  if (schema instanceof z.ZodArray)
    return (input as readonly unknown[]).flatMap((item, index) =>
      codesOf(schema.element as z.ZodType, item, `${path}.${index}`),
    );
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, part]) =>
      codesOf(part, (input as Record<string, unknown>)[key], `${path}.${key}`),
    );
  return [];
}

import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import { readRows } from '../library.ts';
import type { Placed } from '../library.ts';

const equivalentText = z.strictObject({
  rule: z.string(),
  operator: z.string(),
  /** The spot; left out when it is the rule as a whole. */
  at: z.string().default(''),
  /** Why it comes to the same in every case there can be. */
  reason: z.string().min(10),
});
export type Equivalent = z.infer<typeof equivalentText>;

const file = 'equivalent-mutants.yaml';

/** Mutants that nothing can notice because they mean the same, each with the reason. No file, no such mutants. */
export async function readEquivalents(dir: string, faults: Fault[]): Promise<readonly Placed<Equivalent>[]> {
  const there = await access(join(dir, file)).then(
    () => true,
    () => false,
  );
  return there ? readRows(dir, file, faults, '等价变体', () => equivalentText) : [];
}

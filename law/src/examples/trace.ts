import { z } from 'zod';
import type { ExampleRun } from './play-example.ts';

const names = z.array(z.string());

/** What the engine did in each example, as left for the coverage of the law: rules by what they came to. */
export const tracesText = z.array(
  z.strictObject({
    /** Title of the test that ran it. */
    title: z.string(),
    clauses: names,
    refused: names,
    allowed: names,
    owed: names,
    met: names,
  }),
);
export type Traced = z.infer<typeof tracesText>[number];

export function traced(run: ExampleRun): Traced {
  return {
    title: run.example.name,
    clauses: [...run.example.value.cites],
    refused: [...run.refused],
    allowed: [...run.allowed],
    owed: [...run.owed],
    met: [...run.met],
  };
}

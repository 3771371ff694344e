import type { ExampleRun } from './play-example.ts';

/** What the engine did in one example, for the coverage of the law: rules by what they came to. */
export interface Traced {
  /** Title of the test that ran it. */
  readonly title: string;
  readonly clauses: readonly string[];
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
  readonly owed: readonly string[];
  readonly met: readonly string[];
}

export function traced(run: ExampleRun): Traced {
  return {
    title: run.example.name,
    clauses: run.example.value.cites,
    refused: run.refused,
    allowed: run.allowed,
    owed: run.owed,
    met: run.met,
  };
}

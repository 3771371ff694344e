import { agencyFacts } from '../authority/facts.ts';
import { agencyPers, agencySubjects } from '../authority/subjects.ts';
import { caseFacts } from '../case/facts/index.ts';
import { caseSubjects } from '../case/subjects.ts';
import type { FactDefinition, Scene } from './fact.ts';
import type { Per, Subject } from './subject.ts';

/** Every fact a rule may name. */
export const factDefinitions: ReadonlyMap<string, FactDefinition> = new Map(
  [...caseFacts, ...agencyFacts].map((fact) => [fact.id, fact]),
);

/** The things of one kind that a rule of that `per` is about. */
export function subjectsOf(per: Per, scene: Scene): readonly Subject[] {
  return agencyPers.includes(per) ? agencySubjects(per, scene) : caseSubjects(per, scene);
}

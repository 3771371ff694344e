import type { ActDefinition } from './act.ts';
import { agencyActs } from './authority/index.ts';
import { caseActs } from './case/index.ts';

/** Every act the product knows, by name. */
export const actDefinitions: ReadonlyMap<string, ActDefinition> = new Map(
  [...caseActs, ...agencyActs].map((definition) => [definition.name, definition as unknown as ActDefinition]),
);

const byEvent = new Map([...actDefinitions.values()].map((definition) => [definition.event, definition]));

/** The act whose event this is. */
export function actOfEvent(type: string): ActDefinition | undefined {
  return byEvent.get(type);
}

export function actLabel(name: string): string {
  return actDefinitions.get(name)?.label ?? name;
}

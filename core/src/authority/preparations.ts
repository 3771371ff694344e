import type { Law } from '../rules/law.ts';
import type { Subject } from '../rules/subject.ts';
import type { Day } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';

/** What an instrument wants ready before it binds: a district's own policy, a post for each step, a flow chart. */
export const preparationKinds = ['policy', 'step', 'chart'] as const;
export type PreparationKind = (typeof preparationKinds)[number];

/** 启用准备: one thing made ready, or said with reasons not to concern the agency. */
export interface Preparation {
  readonly id: string;
  /** `step/serving`, `chart/levy`, `policy/<unit>`. */
  readonly item: string;
  readonly document?: string | undefined;
  readonly scope?: string | undefined;
  readonly post?: string | undefined;
  readonly inapplicable?: string | undefined;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** The vocabulary names the steps and the charts; of districts there are as many as the agency has registered. */
const sets = { step: 'enforcement-step', chart: 'flow-chart' } as const;

/** Everything that can be made ready here. */
export function preparationSubjects(agency: AgencyState, law: Pick<Law, 'codes'>): readonly Subject[] {
  const coded = (['step', 'chart'] as const).flatMap((kind) =>
    (law.codes[sets[kind]] ?? []).map(({ id, label }) => subject(`${kind}/${id}`, label)),
  );
  const districts = Object.values(agency.units)
    .filter(({ type }) => type === 'district-bureau')
    .map(({ id, name }) => subject(`policy/${id}`, name));
  return [...coded, ...districts];
}

function subject(id: string, label: string): Subject {
  return { per: 'preparation', id, label };
}

/** Of which kind an item is. */
export function kindOfItem(item: string): PreparationKind | undefined {
  return preparationKinds.find((kind) => item.startsWith(`${kind}/`));
}

/** What stands for an item on a day; of several, the one that was entered last. */
export function preparationOn(agency: AgencyState, item: string, on: Day): Preparation | undefined {
  return (agency.preparations ?? []).findLast((one) => one.item === item && inForceOn(one, on));
}

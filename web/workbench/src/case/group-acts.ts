import type { ActView, CaseView } from '@zhaozhang/api/contract';
import { stageChoices } from '../pages/stage-choices.ts';

/** The acts of a case as somebody looks for them: what is at hand first, everything else folded by stage. */
export interface GroupedActs {
  /** Can be done, and belongs to where the case is: its stage, a step of the way, something owed. */
  readonly atHand: readonly ActView[];
  /** Can be done, but belongs to another stage: by stage, in the order of the stages. */
  readonly elsewhere: readonly { readonly label: string; readonly acts: readonly ActView[] }[];
  /** Cannot be done yet although the case is there: said without a click. */
  readonly barred: readonly ActView[];
  /** Cannot be done, and nobody would look for it now. */
  readonly barredElsewhere: readonly ActView[];
  /** Done already: nothing lifts it and nothing needs to. */
  readonly over: readonly ActView[];
}

export type Standing = Pick<CaseView, 'acts' | 'path' | 'obligations'>;

/** Acts on the agency's own records have no stages: they are all at hand. */
export function groupActs({ acts, path, obligations }: Standing): GroupedActs {
  const offered = acts.filter((act) => act.name !== 'case.correct-entry');
  const here = path.find((stage) => stage.state === 'now')?.stage;
  const steps = new Set(
    path.flatMap((stage) => stage.steps.filter((step) => step.state !== 'done').map((step) => step.act)),
  );
  const owed = new Set(
    obligations
      .filter((duty) => duty.met === undefined && duty.status !== 'ended' && !duty.lapses)
      .map((duty) => duty.act),
  );
  const isHere = (act: ActView): boolean => act.stage === undefined || act.stage === here || act.next;
  const open = offered.filter((act) => act.status !== 'refused');
  const refused = offered.filter((act) => act.status === 'refused');
  const atHand = open.filter((act) => isHere(act) || steps.has(act.name) || owed.has(act.name));
  const barred = refused.filter((act) => !isOver(act) && isHere(act) && (isOfLaw(act) || owed.has(act.name)));
  return {
    atHand,
    elsewhere: stageChoices.flatMap(({ value, label }) => {
      const others = open.filter((act) => act.stage === value && !atHand.includes(act));
      return others.length === 0 ? [] : [{ label, acts: others }];
    }),
    barred,
    barredElsewhere: refused.filter((act) => !isOver(act) && !barred.includes(act)),
    over: refused.filter(isOver),
  };
}

/** Nothing can be done about it and no article stands behind it: it has been done already. */
function isOver(act: ActView): boolean {
  return act.refusals.some((one) => one.remedy === undefined && one.clauses.length === 0);
}

/** An article stands behind it: not only that there is nothing yet which it could be done to. */
function isOfLaw(act: ActView): boolean {
  return act.refusals.some((one) => one.clauses.length > 0);
}

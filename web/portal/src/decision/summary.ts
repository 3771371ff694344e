import type { PublicDecision } from '@zhaozhang/api/contract/public';
import { fullDayText } from '@zhaozhang/kit';
import { sanctionText } from './sanction-text.ts';

/** What was decided, in one sentence: when, who, about whom, with which result. */
export function summary(decision: PublicDecision): string {
  const { parties, sanctions, outcome } = decision;
  const whom =
    parties[0] === undefined
      ? ''
      : `对${parties[0].name}${parties.length > 1 ? `等 ${parties.length} 名当事人` : ''}`;
  if (decision.kind === 'inspection')
    return `${fullDayText(decision.decidedDay)}，${decision.agency}${whom}作出检查结果：${outcome}。`;
  const result = outcome.endsWith('决定') ? outcome : `${outcome}的决定`;
  const what =
    sanctions.length === 0
      ? ''
      : parties.length > 1
        ? '，各当事人的处罚见下表'
        : `：${sanctions.map(sanctionText).join('；')}`;
  return `${fullDayText(decision.decidedDay)}，${decision.agency}${whom}作出${result}${what}。`;
}

import { decisionOf, entriesOf, makerOf, yuanText } from '@zhaozhang/core';
import { dayOf, formatDay } from '@zhaozhang/core/time';
import { paragraphs } from './html.ts';
import type { Showing } from './value-text.ts';

/** The decision that is to be performed: of a file of enforcement the one it names, else the decision of the file. */
export function executionBasisHtml({ state, agency }: Showing): string {
  const enforced = entriesOf(state, 'execution-basis')[0]?.data;
  if (enforced === undefined) {
    const decision = decisionOf(state);
    if (decision === undefined) return '';
    return paragraphs(
      `${makerOf(state, decision, agency).name} ${formatDay(dayOf(decision.at))}作出的行政处罚决定书（${decision.data.number}）`,
    );
  }
  const { organ, paper, decidedOn, servedOn, performBy, content, amount } = enforced;
  const served = servedOn === undefined ? '' : `，${formatDay(servedOn)}送达`;
  return [
    paragraphs(
      `${organ} ${formatDay(decidedOn)}作出的决定（${paper}）${served}，履行期限至 ${formatDay(performBy)}`,
    ),
    paragraphs(`义务的内容：${content}`),
    ...(amount === undefined ? [] : [paragraphs(`本金：${yuanText(amount)}`)]),
  ].join('');
}

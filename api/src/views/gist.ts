import {
  codeLabel,
  decisionOf,
  entriesOf,
  filingOf,
  inspectionTaskOf,
  isMarked,
  outcomeLabel,
  partyName,
  takesFiling,
  yuanText,
} from '@zhaozhang/core';
import type { ActContext, CaseState, Law, Sanction } from '@zhaozhang/core';

/**
 * What somebody who is to sign for many cases must have before their eyes of each: what it is about, what is proposed,
 * to the sum, and what others have signed already. Marked entries are not told here: they are opened in the file.
 */
export function gistOf(state: CaseState, { law }: ActContext): string[] {
  const lead = entriesOf(state, 'lead').find((entry) => !isMarked(entry));
  const task = inspectionTaskOf(state);
  const filing = filingOf(state);
  const decision = decisionOf(state);
  const notice = entriesOf(state, 'notice').findLast((entry) => !isMarked(entry));
  return [
    ...(filing === undefined && lead !== undefined ? [`线索：${lead.data.summary}`] : []),
    ...(task === undefined ? [] : taskText(task, law)),
    ...(decision === undefined
      ? notice === undefined
        ? []
        : [`拟作出：${sanctionsText(state, notice.data.sanctions, law)}`]
      : [
          `已决定：${outcomeLabel(law, decision)}${takesFiling(state) ? `，${sanctionsText(state, decision.data.sanctions, law)}` : ''}`,
        ]),
    ...entriesOf(state, 'approval')
      .filter((entry) => !isMarked(entry))
      .map((entry) => {
        const comment = entry.record['approval.comment'];
        return [
          `${codeLabel(law, 'approval-matter', entry.data.matter)}审批`,
          `${entry.by.name}${codeLabel(law, 'approval-opinion', entry.data.opinion)}`,
          ...(typeof comment === 'string' ? [comment] : []),
        ].join('，');
      }),
  ];
}

/** What a head must know before somebody is inspected: where the task comes from, and how often it was done this year. */
function taskText(
  { data, record }: NonNullable<ReturnType<typeof inspectionTaskOf>>,
  law: Law,
): readonly string[] {
  const nth = Math.max(...data.visits.map((visit) => visit.nth));
  const why = record['inspecting.why-on-site'];
  return [
    `检查：${data.name}，来源是${codeLabel(law, 'inspection-source', data.source)}，${codeLabel(law, 'inspection-way', data.way)}，本年第 ${nth} 次`,
    ...(typeof why === 'string' ? [`到现场的理由：${why}`] : []),
  ];
}

function sanctionsText(state: CaseState, sanctions: readonly Sanction[], law: Law): string {
  if (sanctions.length === 0) return '不予处罚';
  return sanctions
    .map(({ party, kind, amount, detail }) =>
      [
        partyName(state, party),
        `${codeLabel(law, 'sanction-kind', kind)}${amount === undefined ? '' : ` ${yuanText(amount)}`}`,
        ...(detail === undefined ? [] : [`（${detail}）`]),
      ].join(' '),
    )
    .join('；');
}

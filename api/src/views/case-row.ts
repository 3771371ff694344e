import { kindLabels, marksOfLaw, stageLabelOf } from '@zhaozhang/core';
import type { AgencyState, CaseSummary, Law } from '@zhaozhang/core';
import type { CaseRow } from '../contract/index.ts';

/** One line of a case list. */
export function caseRow(stream: string, summary: CaseSummary, agency: AgencyState, law: Law): CaseRow {
  const borne = summary.marks ?? [];
  const marks = borne.length === 0 ? [] : marksOfLaw(law).filter(({ word }) => borne.includes(word));
  return {
    stream,
    ...(summary.number === undefined ? {} : { number: summary.number }),
    title: summary.title,
    parties: [...summary.parties],
    stage: summary.stage,
    stageLabel: summary.cededTo === undefined ? stageLabelOf(summary.stage, summary.kind) : '已移交',
    ...(summary.kind === undefined ? {} : { kindLabel: kindLabels[summary.kind] }),
    ...(marks.length === 0 ? {} : { marks: marks.map(({ label }) => label) }),
    ...(summary.partners === undefined ? {} : { partners: [...summary.partners] }),
    handlers: summary.handlers.map((id) => agency.officers[id]?.name ?? id),
    ...(summary.opened === undefined ? {} : { opened: summary.opened }),
    ...(summary.changed === undefined ? {} : { changed: summary.changed }),
    ...(summary.documentNumber === undefined ? {} : { documentNumber: summary.documentNumber }),
    defects: summary.defects,
  };
}

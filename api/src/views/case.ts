import { actDefinitions, codeLabel, entriesOf, obligations, stageLabels, stageOf, stages, summaryOf } from '@zhaozhang/core';
import type { ActContext, CaseState } from '@zhaozhang/core';
import type { ActView, CaseView } from '../contract/index.ts';
import { actViews } from './acts.ts';
import { caseRow } from './case-row.ts';
import { entryView } from './entry.ts';
import { obligationView } from './obligation.ts';
import { shownRecord } from './shown-fields.ts';

/** The whole page of a case: path, acts possible and refused, what the file holds, what is owed. */
export function caseView(state: CaseState, context: ActContext, loggedUpTo: (version: number) => boolean): CaseView {
  const { law, now, refs } = context;
  const owed = obligations(state, law);
  const acts = actViews(state, context, owed);
  const showing = { state, agency: refs.agency, law };
  const published = entriesOf(state, 'publication').length > 0;
  return {
    stream: state.stream,
    version: state.version,
    now,
    row: caseRow(state.stream, summaryOf(state), refs.agency),
    path: pathOf(state, acts),
    parties: entriesOf(state, 'party').map((party) => ({
      id: party.id,
      name: party.data.name,
      kind: codeLabel(law, 'party-kind', party.data.kind),
      fields: shownRecord(party.record, law),
    })),
    acts,
    entries: state.entries.map((entry) => entryView(entry, showing, loggedUpTo)),
    obligations: owed.map((one) => obligationView(one, state.stream, law, refs.agency, now)),
    ...(published ? { publicId: `${state.agency}.${state.stream.slice('case/'.length)}` } : {}),
  };
}

/** Five stages with their steps. A stage no step belongs to yet (归档) is not shown as if one could enter it. */
function pathOf(state: CaseState, acts: readonly ActView[]): CaseView['path'] {
  const now = stages.indexOf(stageOf(state));
  return stages.flatMap((stage, index) => {
    const steps = [...actDefinitions.values()].filter((one) => one.stage === stage && one.aggregate === 'case');
    if (steps.length === 0) return [];
    return [
      {
        stage,
        label: stageLabels[stage],
        state: index < now ? ('done' as const) : index === now ? ('now' as const) : ('ahead' as const),
        steps: steps.map((step) => {
          const done = state.entries.some((entry) => entry.act === step.name);
          const open = acts.some((act) => act.name === step.name && act.next);
          return { act: step.name, label: step.label, state: done ? ('done' as const) : open ? ('now' as const) : ('ahead' as const) };
        }),
      },
    ];
  });
}

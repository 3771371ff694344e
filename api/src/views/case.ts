import {
  casePath,
  codeLabel,
  entriesOf,
  factDefinitions,
  obligations,
  stageLabels,
  stageOf,
  stages,
  summaryOf,
  timelessScene,
} from '@zhaozhang/core';
import type { ActContext, CaseState } from '@zhaozhang/core';
import type { ActView, CaseView } from '../contract/index.ts';
import { actViews } from './acts.ts';
import { caseRow } from './case-row.ts';
import { entryView } from './entry.ts';
import { obligationView } from './obligation.ts';
import { shownRecord } from './shown-fields.ts';

/** The whole page of a case: path, acts possible and refused, what the file holds, what is owed. */
export function caseView(
  state: CaseState,
  context: ActContext,
  loggedUpTo: (version: number) => boolean,
): CaseView {
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
    path: pathOf(state, context, acts),
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

/** Stages with their steps. A stage no step belongs to yet (归档) is not shown as if one could enter it. */
function pathOf(state: CaseState, context: ActContext, acts: readonly ActView[]): CaseView['path'] {
  const reached = stages.indexOf(stageOf(state));
  const scene = timelessScene(state, context.law, context.now, context.refs);
  const isTaken = (fact: string): boolean => {
    const reading = factDefinitions.get(fact)?.read(scene, { per: 'case', id: 'case', label: '' });
    return reading?.known === true && reading.value === true;
  };
  const next = acts.find((act) => act.next)?.name;
  // The act to do now may stand in the way more than once: it is the first of its steps not yet taken.
  const nextStep = casePath.find((step) => step.act === next && !isTaken(step.fact));
  return stages.flatMap((stage, index) => {
    const steps = casePath.filter((step) => step.stage === stage);
    if (steps.length === 0) return [];
    return [
      {
        stage,
        label: stageLabels[stage],
        state:
          index < reached ? ('done' as const) : index === reached ? ('now' as const) : ('ahead' as const),
        steps: steps.map((step) => ({
          act: step.act,
          label: step.label,
          state: isTaken(step.fact)
            ? ('done' as const)
            : step === nextStep
              ? ('now' as const)
              : ('ahead' as const),
        })),
      },
    ];
  });
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import { actDefinitions, markedSummary, pathOf } from '@zhaozhang/core';
import type { ActContext, CaseState } from '@zhaozhang/core';
import type { BatchActs, BatchCase, BatchForm, FormView } from '../contract/index.ts';
import { actView } from './acts.ts';
import { caseRow } from './case-row.ts';
import { formView } from './form.ts';
import { gistOf } from './gist.ts';
import { isTaken } from './path.ts';

/** The form that many cases share, and what each has of its own: what is known of it, and the choices its file gives. */
export async function batchFormOf(
  states: readonly CaseState[],
  act: string,
  context: ActContext,
): Promise<Pick<BatchForm, 'form' | 'cases'>> {
  let common: FormView | undefined;
  let possible = false;
  const cases: BatchCase[] = [];
  for (const state of states) {
    const form = formView(state, act, context);
    // The form of a case that can go through: one that is refused may ask for what the others do not need.
    if (common === undefined || (!possible && form.preview.status !== 'refused')) {
      common = form;
      possible = form.preview.status !== 'refused';
    }
    cases.push({
      stream: state.stream,
      version: state.version,
      row: caseRow(state.stream, markedSummary(state, context.law), context.refs.agency, context.law),
      gist: gistOf(state, context),
      preview: form.preview,
      prefill: form.prefill,
      own: ownChoices(form.input),
    });
    // Rules read for a hundred files in one go would hold up everybody else's request.
    await nextTurn();
  }
  return { ...(common === undefined ? {} : { form: common }), cases };
}

function ownChoices(fields: FormView['input']): BatchCase['own'] {
  return Object.fromEntries(
    fields.flatMap((field) => [
      ...(field.ofFile === true ? [[field.name, field.options ?? []] as const] : []),
      ...(field.rows ?? [])
        .filter((part) => part.ofFile === true)
        .map((part) => [`${field.name}.${part.name}`, part.options ?? []] as const),
    ]),
  );
}

/** Acts that nothing stands against in one at least of these cases: first what comes next on the way of a case. */
export async function batchActsOf(
  states: readonly CaseState[],
  context: ActContext,
): Promise<BatchActs['acts']> {
  const definitions = [...actDefinitions.values()].filter(
    ({ aggregate, name, opens }) => aggregate === 'case' && opens !== true && !single.includes(name),
  );
  const possible = new Map<string, number>();
  for (const state of states) {
    for (const { name } of definitions)
      if (actView(state, name, context).status !== 'refused')
        possible.set(name, (possible.get(name) ?? 0) + 1);
    await nextTurn();
  }
  const ahead = states[0] === undefined ? [] : stepsAhead(states[0], context);
  const rank = (name: string) => (ahead.includes(name) ? ahead.indexOf(name) : ahead.length);
  return definitions
    .flatMap(({ name, label }) => {
      const count = possible.get(name) ?? 0;
      return count === 0 ? [] : [{ name, label, possible: count, ahead: ahead.includes(name) }];
    })
    .toSorted((a, b) => rank(a.name) - rank(b.name));
}

/** Steps of the way not yet taken by the first of them: who selects many has cases of one kind before their eyes. */
function stepsAhead(state: CaseState, context: ActContext): readonly string[] {
  return pathOf(state)
    .filter((step) => !isTaken(step.fact, state, context))
    .map((step) => step.act);
}

/** Mends one entry of one file, by what that entry says: there is nothing common in it. */
const single: readonly string[] = ['case.correct-entry'];

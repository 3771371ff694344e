import { createHash } from 'node:crypto';
import { entriesOf, filingOf, stageOf, takesFiling } from '@zhaozhang/core';
import type { CaseState, FieldMap, Law, Stage as CaseStage, Value } from '@zhaozhang/core';
import { whenOf } from '@zhaozhang/scenarios';
import type { ActStep, NamedStory, StoryAgency } from '@zhaozhang/scenarios';
import { emptyStage, setUpAgency, caseOn, take } from '../../rehearsal/stage.ts';
import type { Stage } from '../../rehearsal/stage.ts';

/** A case file as it stood after a step of a story, with the moment it stood so. */
export interface FileAt {
  readonly story: string;
  readonly procedure: string;
  readonly stage: CaseStage;
  readonly on: Stage;
  readonly now: string;
}

/** A step of a story that was done, and the place it was done from. */
export interface DoneStep {
  readonly story: string;
  readonly before: Stage;
  readonly step: Parameters<typeof take>[1];
}

/** Plays the stories, each by itself: the fullest file of every stage of every procedure, and every step that was done. */
export function playedFiles(
  stories: readonly NamedStory[],
  agency: StoryAgency,
  law: Law,
): { readonly files: readonly FileAt[]; readonly done: readonly DoneStep[] } {
  const setUp = agency.setup as Parameters<typeof setUpAgency>[1];
  const ready = setUpAgency(emptyStage(agency.agency), setUp, agency.anchor, law);
  const files = new Map<string, FileAt>();
  const done: DoneStep[] = [];
  for (const story of stories) {
    const steps = story.steps.filter((step): step is ActStep => 'act' in step);
    let on = ready;
    for (const told of steps.sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : whenOf(a) > whenOf(b) ? 1 : 0))) {
      const step = { ...told, input: told.input as Record<string, Value>, record: recordOf(told) };
      const { stage: after, decision } = take(on, step, law);
      if ('streams' in decision) done.push({ story: story.file, before: on, step });
      on = after;
      const file = caseOn(on);
      if (file.version === 0) continue;
      const stage = stageOf(file);
      const procedure = procedureOf(file);
      const before = files.get(`${procedure}/${stage}`);
      if (before === undefined || caseOn(before.on).entries.length < file.entries.length)
        files.set(`${procedure}/${stage}`, { story: story.file, procedure, stage, on, now: whenOf(told) });
    }
  }
  return { files: [...files.values()], done };
}

/** By what way a case goes, and how it ended: what is open to whom differs with it. */
function procedureOf(file: CaseState): string {
  if (entriesOf(file, 'refusal').length > 0 && filingOf(file) === undefined) return '不予立案';
  const way = entriesOf(file, 'decision').some(({ data }) => data.spot !== undefined)
    ? '简易程序'
    : entriesOf(file, 'urgent-start').length > 0
      ? '先行启动'
      : '普通程序';
  const reviewed = entriesOf(file, 'review').length > 0 ? '、法制审核' : '';
  // The procedures told apart are those of a penalty: a license that was heard opens none of what they open.
  const heard = takesFiling(file) && entriesOf(file, 'hearing').length > 0 ? '、听证' : '';
  const ended = [...entriesOf(file, 'termination'), ...entriesOf(file, 'merger')].length > 0;
  return `${way}${reviewed}${heard}${ended ? '、没有决定而终结' : ''}`;
}

/** In memory an attached document is but its name. */
function recordOf(step: ActStep): FieldMap {
  const files = Object.entries(step.files ?? {}).map(([field, names]) => [
    field,
    names.map((name) => ({ blob: `sha256:${createHash('sha256').update(name).digest('hex')}`, name })),
  ]);
  return { ...(step.record as FieldMap), ...(Object.fromEntries(files) as FieldMap) };
}

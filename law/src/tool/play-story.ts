import { createHash } from 'node:crypto';
import { sentenceOf } from '@zhaozhang/core';
import type { Decision, FieldMap, Form, Law, Obligation, Value } from '@zhaozhang/core';
import { parseInstant } from '@zhaozhang/core/time';
import type { Instant } from '@zhaozhang/core/time';
import { differenceFrom, missingFrom, whenOf } from '@zhaozhang/scenarios';
import type { ActStep, NamedStory, OwedRow, StoryAgency, StoryAnswer } from '@zhaozhang/scenarios';
import { compileBundle } from '../bundle.ts';
import type { Library } from '../library.ts';
import { Rehearsal } from '../rehearsal/rehearsal.ts';
import { emptyStage, setUpAgency } from '../rehearsal/stage.ts';

/** What a step came to, and in what that differs from what the story tells of it. */
export interface PlayedStep {
  readonly step: ActStep;
  readonly decision: Decision;
  readonly different: string | undefined;
  /** What the step writes down and its form has no field for. */
  readonly unasked: readonly string[];
}

export interface PlayedStory {
  readonly steps: readonly PlayedStep[];
  /** What the story expected to be owed, and was not. */
  readonly missing: readonly string[];
  readonly owed: readonly Obligation[];
}

interface StoryPlayer {
  readonly law: Law;
  /** In the order of the calendar, up to a moment or to the end. */
  play(story: NamedStory, until?: Instant): PlayedStory;
}

/** Plays stories in memory, each in an agency of its own, under the packs the agency binds. */
export function storyPlayer(library: Library, agency: StoryAgency): StoryPlayer {
  const packs = agency.setup.flatMap((step) =>
    step.act === 'agency.bind-law' ? (step.input['packs'] as readonly string[]) : [],
  );
  const { law } = compileBundle(library, packs);
  const setUp = agency.setup as Parameters<typeof setUpAgency>[1];
  const ready = setUpAgency(emptyStage(agency.agency), setUp, agency.anchor, law);
  return {
    law,
    play: (story, until) => {
      const rehearsal = new Rehearsal(law, ready);
      const steps: PlayedStep[] = [];
      const missing: string[] = [];
      const told = story.steps
        .filter((step) => until === undefined || (parseInstant(step.at) ?? until) <= until)
        .sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : whenOf(a) > whenOf(b) ? 1 : 0));
      for (const step of told) {
        if ('expect' in step) {
          const lacking = missingFrom(step, rehearsal.owed().map(owedRow));
          if (lacking !== undefined) missing.push(`${step.at} ${lacking}`);
          continue;
        }
        const record = { ...(step.record as FieldMap), ...filesOf(step) };
        const { decision, form } = rehearsal.play({
          ...step,
          input: step.input as Readonly<Record<string, Value>>,
          record,
        });
        steps.push({
          step,
          decision,
          different: differenceFrom(step, answerOf(decision, law)),
          unasked: unaskedIn(form(), step.input, record),
        });
      }
      return { steps, missing, owed: rehearsal.owed() };
    },
  };
}

/** Fields written down that no form has: in the record of the act, and in those of the parties it names. */
function unaskedIn(form: Form, input: ActStep['input'], record: FieldMap): readonly string[] {
  const asked = (fields: Form['record']): ReadonlySet<string> => new Set(fields.map(({ id }) => id));
  const ofAct = asked(form.record);
  const parties = Array.isArray(input['parties']) ? (input['parties'] as readonly unknown[]) : [];
  const ofParties = parties.flatMap((party) => {
    if (typeof party !== 'object' || party === null) return [];
    const { kind = '', record: own = {} } = party as { kind?: string; record?: FieldMap };
    const those = asked(
      form.partyRecord.filter(({ whenKinds }) => whenKinds === undefined || whenKinds.includes(kind)),
    );
    return Object.keys(own).filter((id) => !those.has(id));
  });
  return [...Object.keys(record).filter((id) => !ofAct.has(id)), ...ofParties];
}

function owedRow(row: Obligation): OwedRow {
  return {
    duty: row.id.slice(0, row.id.indexOf('/')),
    due: row.due,
    lawfulDue: row.lawfulDue,
    met: row.met !== undefined,
  };
}

/** In memory a file is but its name. */
function filesOf(step: ActStep): FieldMap {
  return Object.fromEntries(
    Object.entries(step.files ?? {}).map(([field, names]) => [
      field,
      names.map((name) => ({ blob: `sha256:${createHash('sha256').update(name).digest('hex')}`, name })),
    ]),
  );
}

function answerOf(decision: Decision, law: Law): StoryAnswer {
  return 'refusals' in decision
    ? {
        done: false,
        title: '',
        refusals: decision.refusals.map((one) => ({
          code: one.code,
          clauses: one.clauses,
          sentence: sentenceOf(one, law),
        })),
      }
    : { done: true, stream: '', version: 0, defects: decision.defects.map((one) => one.code) };
}

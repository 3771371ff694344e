import type { Structural } from '../../act.ts';
import type { Instant } from '../../time/index.ts';
import { stepOf, opinionWithdrawal } from '../deciding/withdrawn-opinion.ts';
import { isSound } from '../keeping/admission.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** What the head said to a request for a compulsory measure (行政强制法第十八条、第十九条). */

/**
 * The head answers what was asked last: a new request takes the place of one nobody has answered, so that an opinion
 * never has to say which of two it means.
 */
function askedBy(state: CaseState, at: Instant): EntryOf<'measure-request'> | undefined {
  return entriesOf(state, 'measure-request').reduce<EntryOf<'measure-request'> | undefined>(
    (before, entry) => (entry.at <= at && (before === undefined || entry.at >= before.at) ? entry : before),
    undefined,
  );
}

/** The head's latest opinion on a request, whatever it says; none while it has been taken back. */
export function answerTo(state: CaseState, request: string): EntryOf<'approval'> | undefined {
  return entriesOf(state, 'approval')
    .filter((entry) => entry.data.matter === 'measure' && stepOf(entry.data) === 'head')
    .filter((entry) => isSound(state, entry) && opinionWithdrawal(state, entry) === undefined)
    .filter((entry) => askedBy(state, entry.at)?.id === request)
    .reduce<EntryOf<'approval'> | undefined>(
      (before, entry) => (before === undefined || entry.at >= before.at ? entry : before),
      undefined,
    );
}

/** The measure that was taken on what a request asked for; one approval opens one measure. */
export function takenOn(state: CaseState, request: string): EntryOf<'measure'> | undefined {
  const papers = new Set(
    entriesOf(state, 'measure-decision')
      .filter((entry) => entry.data.request === request)
      .map((entry) => entry.id),
  );
  return entriesOf(state, 'measure').find(
    (entry) => entry.data.decision !== undefined && papers.has(entry.data.decision),
  );
}

/** What the head said of a measure that was taken before anybody could be asked: the latest answer to a report of it. */
export function lateAnswerTo(state: CaseState, measure: string): EntryOf<'approval'> | undefined {
  return entriesOf(state, 'measure-request')
    .filter((entry) => entry.data.measure === measure)
    .map((entry) => answerTo(state, entry.id))
    .findLast((answer) => answer !== undefined && answer.data.opinion !== 'return');
}

/** The latest request that was agreed to and on which nothing has been done yet. */
export function openRequest(state: CaseState): EntryOf<'measure-request'> | undefined {
  return entriesOf(state, 'measure-request').findLast(
    (entry) =>
      entry.data.measure === undefined &&
      answerTo(state, entry.id)?.data.opinion === 'agree' &&
      takenOn(state, entry.id) === undefined,
  );
}

export const nothingRequested: readonly Structural[] = [
  {
    code: 'REQUEST_MISSING',
    because: '本案没有人提请采取强制措施',
    remedy: { says: '先提请，写明措施、对象、依据和必要性', act: 'case.request-measure' },
  },
];

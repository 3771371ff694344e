import { weigh } from '../../authority/discretion-factors.ts';
import type { FactorAnswer } from '../../authority/discretion-factors.ts';
import {
  basisById,
  benchmarkById,
  benchmarkTitle,
  levelById,
  levelTitle,
} from '../../authority/legal-basis.ts';
import type { BenchmarkLevel, LegalBasis } from '../../authority/legal-basis.ts';
import type { AgencyState } from '../../authority/state.ts';
import { yuanText } from '../../money.ts';
import { dayOf, formatDay } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';
import { weighingOf } from '../inquiry/weighing.ts';
import { approvalOf, changedSinceApproval, partyName, signersOf } from '../reading.ts';
import { entryById } from '../state.ts';
import type { CaseState, EntryOf, Sanction } from '../state.ts';
import { entryTitle } from '../title.ts';
import { discussionOf, proposedText } from './discussing.ts';
import type { Proposed } from './discussing.ts';

/** 裁量理由, and where a fine leaves what the benchmark leads to (处罚法第三十四条). */

/** A fine beside the level it names, the level that the factors led to and the rule it is set by. */
export interface FineAtLevel {
  readonly amount: number;
  readonly level?: BenchmarkLevel | undefined;
  readonly weighed?: EntryOf<'factor-weighing'> | undefined;
  readonly rule?: Pick<LegalBasis, 'fineFrom'> | undefined;
}

/** Another level than the one that the factors led to. */
export function leavesWeighed({ level, weighed }: FineAtLevel): boolean {
  return level !== undefined && weighed !== undefined && weighed.data.level !== level.id;
}

export function outsideLevel({ amount, level }: FineAtLevel): boolean {
  return level !== undefined && (amount < level.from || amount > level.upTo);
}

/**
 * Does the fine depart from the benchmark? A sum below what the rule itself allows does not: that is 减轻, and the
 * circumstances it takes are asked for by rules of their own (第三十二条).
 */
export function departs(fine: FineAtLevel): boolean {
  return leavesWeighed(fine) || (outsideLevel(fine) && fine.amount >= (fine.rule?.fineFrom ?? 0));
}

/** The head's agreement to the departure, of what the file says now. */
export function departureApproval(state: CaseState): EntryOf<'approval'> | undefined {
  const approval = approvalOf(state, 'departure');
  return approval?.data.opinion === 'agree' && changedSinceApproval(state, 'departure', approval).length === 0
    ? approval
    : undefined;
}

interface Telling {
  readonly agency: AgencyState;
  readonly at: Instant;
  /** Said to the agency's own reviewers: also which evidence proves each answer, and who approved a departure. */
  readonly inside?: boolean;
}

/**
 * Why each fine is what it is, in words: what was found of each factor, the level that follows, and where the fine leaves
 * it. Kept with what is proposed or decided, so that a paper says later what it said then. Nothing where no factors were
 * weighed.
 */
export function discretionTold(
  state: CaseState,
  proposed: Proposed,
  telling: Telling,
): { readonly discretion?: string } {
  const lines = (proposed.sanctions ?? [])
    .filter(({ kind }) => kind === 'fine')
    .flatMap((one) => fineTold(state, one, proposed, telling));
  return lines.length === 0 ? {} : { discretion: lines.join('\n') };
}

function fineTold(
  state: CaseState,
  sanction: Sanction,
  proposed: Proposed,
  telling: Telling,
): readonly string[] {
  const { agency, at, inside } = telling;
  const chosen = sanction.level === undefined ? undefined : levelById(agency, sanction.level);
  const weighed =
    chosen === undefined ? undefined : weighingOf(state, sanction.party, chosen.benchmark.id, at);
  const edition = weighed === undefined ? undefined : benchmarkById(agency, weighed.data.benchmark);
  if (chosen === undefined || weighed === undefined || edition === undefined) return [];
  const { points } = weigh(edition, weighed.data.answers);
  const found = answersTold(state, weighed, agency).map(({ factor, told, proof }) => {
    const said = `${factor}${told}`;
    return inside === true && proof.length > 0 ? `${said}（${proof.join('、')}）` : said;
  });
  const level = edition.levels.find(({ id }) => id === weighed.data.level);
  const sum = points === undefined ? '' : `，合计 ${points} 分`;
  const fine = {
    ...{ amount: sanction.amount ?? 0, level: chosen.level, weighed },
    rule: basisById(agency, sanction.basis ?? edition.basis),
  };
  return [
    `对${partyName(state, sanction.party)}的罚款，按${benchmarkTitle(edition)}裁量。${found.join('；')}${sum}，属于${levelTold(level)}。${leftTold(state, fine, proposed, telling)}`,
  ];
}

export interface AnswerTold {
  readonly factor: string;
  readonly told: string;
  /** Titles of the evidence it rests on. */
  readonly proof: readonly string[];
}

/** What was found of each factor, in words to follow its name. */
export function answersTold(
  state: CaseState,
  { data }: EntryOf<'factor-weighing'>,
  agency: AgencyState,
): readonly AnswerTold[] {
  const edition = benchmarkById(agency, data.benchmark);
  const placed = edition === undefined ? [] : weigh(edition, data.answers).placed;
  return data.answers.map((answer) => ({
    factor: answer.factor,
    told: toldOf(answer, placed.find(({ factor }) => factor === answer.factor)?.option),
    proof: answer.evidence
      .map((id) => entryById(state, id))
      .filter((entry) => entry !== undefined)
      .map((entry) => entryTitle(state, entry)),
  }));
}

/** Of an edition registered anew without the factor, what was answered is told all the same. */
function toldOf({ option, amount, count }: FactorAnswer, place: string | undefined): string {
  const band = place === undefined ? '' : `，为${place}`;
  if (amount !== undefined) return ` ${yuanText(amount)}${band}`;
  return count === undefined ? `：${option ?? ''}` : ` ${count}${band}`;
}

function levelTold(level: BenchmarkLevel | undefined): string {
  return level === undefined ? '没有登记的档次' : levelTitle(level);
}

function leftTold(state: CaseState, fine: FineAtLevel, proposed: Proposed, telling: Telling): string {
  const other = leavesWeighed(fine) ? `选用的是${levelTold(fine.level)}。` : '';
  const beyond = outsideLevel(fine) ? '罚款在该档的幅度以外。' : '';
  return `${other}${beyond}${departs(fine) ? approvedTold(state, proposed, telling) : ''}`;
}

function approvedTold(state: CaseState, proposed: Proposed, { agency, inside }: Telling): string {
  const approval = departureApproval(state);
  const discussion = discussionOf(state);
  if (approval !== undefined) {
    const names = signersOf(approval).map((id) => agency.officers[id]?.name ?? '');
    const who = inside === true ? names.join('、') : '';
    return `偏离裁量基准，${dayText(approval.at)}经机关负责人${who}批准。`;
  }
  return discussion !== undefined && proposedText(discussion.data) === proposedText(proposed)
    ? `偏离裁量基准，${dayText(discussion.at)}经集体讨论。`
    : '';
}

function dayText(at: Instant): string {
  return formatDay(dayOf(at), { withYear: true });
}

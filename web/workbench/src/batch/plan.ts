import type { BatchOutcome, BatchRequest, RefusalView } from '@zhaozhang/api/contract';
import type { FormValues } from '../drafts/draft.ts';
import type { TypedMap } from '../fields/typed.ts';

/**
 * The same act, planned for many cases: what is common, what each has of its own, and how far it has come. It lies in
 * the browser until it is finished: a power cut half-way loses nothing, and nothing is done twice.
 */
export interface Plan {
  readonly id: string;
  readonly account: string;
  readonly act: string;
  readonly label: string;
  /** Common to all; without secrets. */
  readonly values?: FormValues;
  /** Paths of fields that are filled in for each case by itself, such as `record.service.whereabouts`. */
  readonly each: readonly string[];
  /** Paths where what is known of each case is passed over, and the common value goes to all. */
  readonly overridden: readonly string[];
  readonly items: readonly Item[];
}

/** `sent`: on its way, and no answer yet; whether it has happened only sending it again tells. */
export type Standing = 'waiting' | 'sent' | 'done' | 'refused' | 'changed' | 'failed';

export interface Item {
  /** The act's id, and that of the file where the act opens one. Made once: sent twice, it happens once. */
  readonly id: string;
  /** Absent where the act opens the file. */
  readonly stream?: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly number?: string;
  readonly standing: Standing;
  /** Left out by whoever plans. */
  readonly skipped?: boolean;
  /** Version of the file that was looked at before signing for it; only for acts that rest on something seen. */
  readonly seen?: number;
  /** Fields filled in for this case by itself, by path. */
  readonly own?: TypedMap;
  /** As it was sent: sent again without an answer, it must be the very same. */
  readonly sent?: Sent;
  readonly told?: Told;
}

export type Sent = Pick<BatchRequest, 'name' | 'occurredAt' | 'delegation'> & {
  readonly act: BatchRequest['acts'][number];
};

/** Why it did not come to be. */
export interface Told {
  readonly title: string;
  readonly refusals: readonly RefusalView[];
}

export const isOpen = (item: Item): boolean => item.skipped !== true && item.standing !== 'done';

export const isFailing = (item: Item): boolean =>
  item.standing === 'refused' || item.standing === 'changed' || item.standing === 'failed';

/** What an answer makes of an item. */
export function answered(item: Item, outcome: BatchOutcome): Item {
  const { told: _told, sent: _sent, ...rest } = item;
  const { problem } = outcome;
  // An act under this id is on file. The id is ours alone: it was done by this plan, on its first way.
  const before = outcome.outcome === 'failed' && problem?.status === 409 && problem.field === 'id';
  if (before || outcome.outcome === 'done' || outcome.outcome === 'replayed')
    return { ...rest, standing: 'done', ...(outcome.stream === undefined ? {} : { stream: outcome.stream }) };
  const { seen: _seen, ...unseen } = rest;
  return {
    // What has changed must be looked at again before anybody signs for it.
    ...(outcome.outcome === 'changed' ? unseen : rest),
    standing: outcome.outcome === 'possible' ? 'waiting' : outcome.outcome,
    told: { title: titleOf(problem), refusals: problem?.refusals ?? [] },
  };
}

function titleOf(problem: BatchOutcome['problem']): string {
  if (problem === undefined) return '没有办成';
  return problem.remedy === undefined ? `${problem.title}。` : `${problem.title}。${problem.remedy}。`;
}

/** The same plan with one item changed. */
export function withItem(plan: Plan, id: string, change: (item: Item) => Item): Plan {
  return { ...plan, items: plan.items.map((item) => (item.id === id ? change(item) : item)) };
}

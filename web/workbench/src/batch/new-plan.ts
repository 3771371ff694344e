import type { CaseRow } from '@zhaozhang/api/contract';
import { ulid } from 'ulid';
import type { Plan } from './plan.ts';

/** A plan for these cases. Every act has its id from the beginning: however often it is sent, it happens once. */
export function newPlan(
  account: string,
  act: { readonly name: string; readonly label: string },
  rows: readonly CaseRow[],
): Plan {
  return {
    ...{ id: ulid(), account, act: act.name, label: act.label, each: [], overridden: [] },
    items: rows.map(({ stream, title, parties, number }) => ({
      ...{ id: ulid(), stream, title, parties, standing: 'waiting' as const },
      ...(number === undefined ? {} : { number }),
    })),
  };
}

import type { WorklistRow } from '@zhaozhang/api/contract';

const order: readonly (readonly [WorklistRow['group'], string])[] = [
  ['late', '逾期'],
  ['today', '今天'],
  ['week', '本周'],
  ['later', '以后'],
  ['raised', '升级'],
  ['others', '等待他人'],
];

export interface DutyGroup {
  readonly id: WorklistRow['group'];
  readonly label: string;
  readonly rows: readonly WorklistRow[];
}

/** Duties under their headings, most pressing first; within a heading by the day they are due. Empty headings go. */
export function inGroups(rows: readonly WorklistRow[]): readonly DutyGroup[] {
  return order
    .map(([id, label]) => ({ id, label, rows: rows.filter((row) => row.group === id).sort(byDue) }))
    .filter((group) => group.rows.length > 0);
}

function byDue(a: WorklistRow, b: WorklistRow): number {
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0;
}

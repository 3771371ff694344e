import type { Renaming } from '../../authority/names.ts';

/** What the entries of a file hold that changes hands because the power it belongs to does. */
export interface CedingEntries {
  /** 移交承继机关: the last entry in the hands of the agency that gives it away. */
  cession: { to: string; name: string; document: string };
  /** 接收: the first in the hands of its successor. `from` is the predecessor, called as its papers of each day call it. */
  reception: { from: string; name: string; shortName: string; renamings?: readonly Renaming[] | undefined };
}

import type { CaseRow } from '@zhaozhang/api/contract';
import { type RefObject, useCallback, useRef, useState } from 'react';
import { useTickKey } from './use-tick-key.ts';

/** Cases ticked in a list. They stay ticked while the list is searched further: many are gathered in several goes. */
export interface Selection {
  readonly rows: ReadonlyMap<string, CaseRow>;
  readonly toggle: (row: CaseRow) => void;
  readonly add: (rows: readonly CaseRow[]) => void;
  readonly drop: (rows: readonly CaseRow[]) => void;
  readonly clear: () => void;
}

/** `list` is where x ticks the line that has the focus. */
export function useSelection(list: RefObject<HTMLElement | null>): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  const toggle = useCallback(
    (row: CaseRow) =>
      setRows((before) => {
        const next = new Map(before);
        if (!next.delete(row.stream)) next.set(row.stream, row);
        return next;
      }),
    [],
  );
  const add = useCallback(
    (more: readonly CaseRow[]) =>
      setRows((before) => new Map([...before, ...more.map((row) => [row.stream, row] as const)])),
    [],
  );
  const drop = useCallback(
    (less: readonly CaseRow[]) =>
      setRows((before) => {
        const next = new Map(before);
        for (const { stream } of less) next.delete(stream);
        return next;
      }),
    [],
  );
  const clear = useCallback(() => setRows(new Map()), []);
  const boxes = useRef(list);
  useTickKey(list, (stream) =>
    boxes.current.current?.querySelector<HTMLInputElement>(`input[data-pick="${stream}"]`)?.click(),
  );
  return { rows, toggle, add, drop, clear };
}

import type { Field } from './field.ts';
import { emptyRow } from './from-wire.ts';
import type { TypedMap } from './typed.ts';

/** Rows of nothing but texts can be pasted from a table or a list: which column is which, their order says. */
export function canPaste(parts: readonly Field[]): boolean {
  return shown(parts).length > 0 && shown(parts).every(({ kind }) => kind === 'text');
}

/** One line, one row; columns as a table or a list has them: by tabs, commas or wide spaces. Lines with nothing are none. */
export function pastedRows(text: string, parts: readonly Field[]): readonly TypedMap[] {
  const names = shown(parts).map(({ name }) => name);
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const cells = names.length === 1 ? [line] : line.split(/\s*[\t,，、]\s*|\s+/);
      // What is left over belongs to the last column: a name may hold a mark.
      const last = cells.slice(names.length - 1).join(' ');
      const values = names.map(
        (name, at) => [name, at === names.length - 1 ? last : (cells[at] ?? '')] as const,
      );
      return { ...emptyRow(parts), ...Object.fromEntries(values) };
    });
}

function shown(parts: readonly Field[]): readonly Field[] {
  return parts.filter(({ kind }) => kind !== 'local-id');
}

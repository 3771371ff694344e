import type { Structural } from '../act.ts';

/** One field of what was filled in does not go with the rest, and how to mend it; `INPUT_INVALID` unless it has a code of its own. */
export function wrongInput(
  because: string,
  field: string,
  says: string,
  code = 'INPUT_INVALID',
): readonly Structural[] {
  return [{ code, because, field: `input.${field}`, remedy: { says } }];
}

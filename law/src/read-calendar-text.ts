import { parseDocument } from 'yaml';

/**
 * The content of a calendar file given as text. Only whether it is YAML is told here; what it has to hold is told by the
 * reader of calendar years.
 */
export function readCalendarText(text: string): { readonly raw: unknown } | { readonly line: number } {
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: true });
  const error = document.errors[0];
  if (error !== undefined) return { line: error.linePos?.[0].line ?? 1 };
  try {
    return { raw: document.toJS() as unknown };
  } catch {
    // Aliases that would unfold beyond measure.
    return { line: 1 };
  }
}

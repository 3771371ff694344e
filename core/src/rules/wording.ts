import type { FactUse } from './fact-use.ts';
import { dayOf, formatDay, parseDay, parseInstant } from '../time/index.ts';
import { yuanText } from '../money.ts';
import { factDefinitions } from './vocabulary.ts';

/**
 * What a gate says may name whom it concerns, `{subject}`, and what a fact that it compares comes to, `{act.fineUnpaid}`:
 * a person told that a sum is too high must not have to look for the right one.
 */
const named = /\{([a-z][\w.-]*)\}/g;

/** Facts named in the text, the subject left out. */
export function factsNamed(text: string): readonly string[] {
  return [...text.matchAll(named)].map(([, name = '']) => name).filter((name) => name !== 'subject');
}

/** The text with what it names filled in; a fact that nothing is known of keeps its label. */
export function filledIn(text: string, subject: string, facts: readonly FactUse[]): string {
  return text.replaceAll(named, (_whole, name: string) =>
    name === 'subject'
      ? subject
      : (valueText(facts.find((use) => use.fact === name)) ?? factDefinitions.get(name)?.label ?? ''),
  );
}

/** The text without what is named in it: what is left is said as it stands. */
export function withoutNames(text: string): string {
  return text.replaceAll(named, '');
}

function valueText(use: FactUse | undefined): string | undefined {
  const value = use?.value;
  if (use === undefined || value === undefined || typeof value === 'object') return undefined;
  const type = factDefinitions.get(use.fact)?.type;
  if (type === 'money' && typeof value === 'number') return yuanText(value);
  // A word that the law defines is in no vocabulary; what reads as a moment is one.
  const at = type === 'instant' || type === undefined ? parseInstant(value) : undefined;
  const day = type === 'day' ? parseDay(value) : at === undefined ? undefined : dayOf(at);
  return day === undefined ? String(value) : formatDay(day, { withYear: true });
}

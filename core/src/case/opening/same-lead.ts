import { filingRefusalOf } from './leads.ts';
import { isMarked } from '../keeping/secrecy.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** What a lead says of whom and of what it is about, in the words it was written in; absent what it left out. */
export interface LeadTold {
  readonly code?: string | undefined;
  readonly party?: string | undefined;
  readonly summary?: string | undefined;
}

/** Nothing where there is no lead, or one marked as not for everybody: who compares leads may not learn from it. */
export function leadTold(state: CaseState): LeadTold {
  const [lead] = entriesOf(state, 'lead');
  if (lead === undefined || isMarked(lead)) return {};
  return {
    code: textOf(lead.record['lead.party-code']),
    party: textOf(lead.record['lead.party-name']),
    summary: textOf(lead.data.summary),
  };
}

/**
 * 同一线索再次登记: the earlier decision not to open a case, where another file was about the same organisation, by its
 * code, else by its name; where one of them names none, where both tell the same in the same words. The same words of
 * two organisations are two matters: many are reported at once by a text that is the same for all.
 */
export function formerRefusal(state: CaseState, other: CaseState): EntryOf<'filing-refusal'> | undefined {
  if (other.stream === state.stream) return undefined;
  const [now, then] = [leadTold(state), leadTold(other)];
  const by = (['code', 'party'] as const).find((part) => now[part] !== undefined && then[part] !== undefined);
  const refusal = isSame(now[by ?? 'summary'], then[by ?? 'summary']) ? filingRefusalOf(other) : undefined;
  return refusal === undefined || isMarked(refusal) ? undefined : refusal;
}

/** Spaces left behind by typing make no difference; what is left out is the same as nothing. */
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && closed(one) === closed(other);
}

function closed(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

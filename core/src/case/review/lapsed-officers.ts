import { holdsCertificate } from '../../authority/state.ts';
import type { AgencyState } from '../../authority/state.ts';
import { dayOf, formatDay } from '../../time/index.ts';
import { isEvidence, isExcluded } from '../inquiry/exclusion.ts';
import { handlersOf } from '../reading.ts';
import type { AnyEntry, CaseState } from '../state.ts';

/**
 * Who handled the case or was there on a day evidence was gathered and held no valid certificate that day, with those
 * days: 「李协办（2026 年 3 月 6 日）」. What others handed in needs no certificate, and excluded evidence carries nothing.
 */
export function lapsedOfficers(state: CaseState, agency: AgencyState): readonly string[] {
  const found = state.entries
    .filter((entry) => isEvidence(entry) && !isExcluded(state, entry.id) && isGathered(entry))
    .flatMap((entry) => {
      const { officers = [] } = entry.data as { readonly officers?: readonly string[] };
      return [...new Set([...handlersOf(state, entry.at), ...officers])]
        .filter((officer) => !holdsCertificate(agency, officer, dayOf(entry.at)))
        .map((officer) => {
          const name = Object.hasOwn(agency.officers, officer) ? agency.officers[officer]?.name : undefined;
          return `${name ?? officer}（${formatDay(dayOf(entry.at), { withYear: true })}）`;
        });
    });
  return [...new Set(found)];
}

function isGathered(entry: AnyEntry): boolean {
  if (entry.kind === 'evidence') return entry.record['evidence.origin'] === 'collected';
  return Array.isArray((entry.data as { readonly officers?: unknown }).officers);
}

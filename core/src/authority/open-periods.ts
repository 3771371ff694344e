import type { Law } from '../rules/law.ts';
import { timelessScene } from '../rules/scene.ts';
import { endOfTime } from '../time/index.ts';
import type { Instant } from '../time/index.ts';
import { emptyCase } from '../case/state.ts';
import type { AgencyState } from './state.ts';
import { agencySubjects } from './subjects.ts';

/** A month, quarter or year for which a list still has to be published. */
export interface OpenPeriod {
  readonly list: string;
  readonly id: string;
  readonly label: string;
  /** It is over from the moment after. */
  readonly ends: Instant;
}

/** The first period of each list for which nothing has been published yet. */
export function openPeriods(agency: AgencyState, law: Law): readonly OpenPeriod[] {
  const scene = timelessScene(emptyCase(agency.stream, agency.id), law, endOfTime, { agency, series: {} });
  const done = new Set(agency.batches.map((batch) => `${batch.list}/${batch.period}`));
  return agencySubjects('period', scene)
    .filter((subject) => !done.has(subject.id))
    .flatMap(({ id, label, at }) => {
      const [list, period] = id.split('/');
      return list === undefined || period === undefined || at === undefined
        ? []
        : [{ list, id: period, label, ends: at }];
    });
}

import {
  cessionsOf,
  codeLabel,
  nameOn,
  offeredTo,
  predecessorsOf,
  stageLabelOf,
  unitOfFile,
} from '@zhaozhang/core';
import type { ActContext, AgencyState, CaseState, CaseSummary, Cession } from '@zhaozhang/core';
import { dayOf } from '@zhaozhang/core/time';
import type { CededRow, KeptRow, Store } from '@zhaozhang/store';
import type { CedingFiles, SuccessionView } from '../contract/index.ts';

/**
 * Powers given away and taken over. What another agency has entered in favour of this one is offered until this one has
 * entered it too.
 */
export function successionView(
  { refs, law, now }: ActContext,
  others: readonly AgencyState[],
): SuccessionView {
  const { agency } = refs;
  const today = dayOf(now);
  return {
    cessions: cessionsOf(agency).map((cession) => ({
      ...{ id: cession.id, to: cession.to, name: cession.name },
      ...{ document: cession.document, from: cession.from },
      ground: codeLabel(law, 'succession-ground', cession.ground),
      begun: cession.from <= today,
      units: unitsGiven(agency, [cession]),
    })),
    predecessors: predecessorsOf(agency).map(({ agency: id, document, from, cessions, ...named }) => {
      const other = others.find((one) => one.id === id);
      return {
        agency: id,
        name: nameOn(named, from).name,
        ...{ document, from },
        units:
          other === undefined
            ? []
            : unitsGiven(
                other,
                cessionsOf(other).filter((one) => cessions.includes(one.id)),
              ),
      };
    }),
    offered: offeredTo(agency, others).map(({ other, cession }) => ({
      agency: other.id,
      name: nameOn(other, cession.from).name,
      ...{ document: cession.document, from: cession.from },
      begun: cession.from <= today,
      units: unitsGiven(other, [cession]),
    })),
  };
}

/** Names of the units whose power an agency gave by these; none where by one of them it gave all of it. */
function unitsGiven(from: AgencyState, cessions: readonly Cession[]): string[] {
  if (cessions.some(({ units }) => units === undefined)) return [];
  return cessions.flatMap(({ units = [] }) => units.map((unit) => from.units[unit]?.name ?? ''));
}

/** Rows looked at in one query. */
const page = 500;
/** Counting no further than is worth knowing before the first of them has gone. */
const mostCounted = 10_000;

/** Files of a power that has gone which are still here, the first so many of them. */
export async function filesOfCession(
  store: Pick<Store, 'notCeded'>,
  agency: AgencyState,
  { units }: Cession,
  shown: number,
): Promise<CedingFiles> {
  const found: KeptRow[] = [];
  let waiting = 0;
  for (let after = ''; ; ) {
    const rows = await store.notCeded(agency.id, { after, limit: page });
    for (const row of rows) {
      if (units !== undefined && !units.includes(unitOf(row, agency) ?? '')) continue;
      waiting += 1;
      if (found.length < shown) found.push(row);
    }
    after = rows.at(-1)?.stream ?? after;
    if (rows.length < page || waiting >= mostCounted)
      return { files: found.map(filesLine), waiting, atLeast: rows.length === page };
  }
}

/** The same unit that the act asks for, told by the line of the list where somebody handles the file. */
function unitOf({ summary, state }: KeptRow, agency: AgencyState): string | undefined {
  const [first] = (summary as unknown as CaseSummary).handlers;
  return state === undefined
    ? agency.officers[first ?? '']?.unit
    : unitOfFile(state as unknown as CaseState, agency);
}

export function filesLine({ stream, summary }: CededRow): CedingFiles['files'][number] {
  const { title, number, parties, stage, kind } = summary as unknown as CaseSummary;
  return {
    stream,
    title,
    ...(number === undefined ? {} : { number }),
    parties: [...parties],
    stageLabel: stageLabelOf(stage, kind),
  };
}

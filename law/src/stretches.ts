import type { BoundPack, InForce, Stretch } from '@zhaozhang/core';
import { addDays, day } from '@zhaozhang/core/time';
import type { Pack } from './library.ts';

/** Packs as they are named to be compiled: by id alone when they bind without limit of time. */
export type Named = string | BoundPack;

export function boundPack(named: Named): BoundPack {
  return typeof named === 'string' ? { id: named, stretches: [{}] } : named;
}

/** The days an edition governs an agency: its own term, cut to the stretches during which the agency was bound by it. */
export function inForceOf(pack: Pack, stretches: readonly Stretch[]): InForce {
  const { from, until } = pack.text.inForce;
  const joined = join(stretches);
  const first = joined[0]?.from;
  const last = joined.at(-1)?.until;
  const end = [until, last].filter((one) => one !== undefined).sort()[0];
  const except = joined.slice(1).map((stretch, index) => ({
    from: next(joined[index]?.until ?? from),
    until: previous(stretch.from ?? from),
  }));
  return {
    from: first === undefined || first < from ? from : first,
    ...(end === undefined ? {} : { until: end }),
    ...(except.length === 0 ? {} : { except }),
  };
}

/** Stretches in order of time, those that touch or overlap made one. Without beginning or end they reach as far as can be. */
export function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))) {
    const before = joined.at(-1);
    if (before === undefined || (before.until !== undefined && next(before.until) < (stretch.from ?? ''))) {
      joined.push(stretch);
      continue;
    }
    const until =
      before.until === undefined || stretch.until === undefined
        ? undefined
        : [before.until, stretch.until].sort().at(-1);
    joined[joined.length - 1] = {
      ...(before.from === undefined ? {} : { from: before.from }),
      ...(until === undefined ? {} : { until }),
    };
  }
  return joined;
}

function next(one: string): string {
  return addDays(day(one), 1);
}

function previous(one: string): string {
  return addDays(day(one), -1);
}

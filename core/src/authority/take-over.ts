import { z } from 'zod';
import { defineAct } from '../act.ts';
import { dayOf, formatDay } from '../time/index.ts';
import { agencyRef } from './inputs.ts';
import { brought, withBrought } from './bringing.ts';
import type { Brought } from './bringing.ts';
import { agencyIn, offeredTo, predecessorOf, predecessorsOf, untaken, versionsRead } from './succession.ts';
import type { Predecessor } from './succession.ts';
import { wrongInput } from './wrong-input.ts';

/**
 * 登记承继: this agency goes on exercising a power that another has given it. What the files of the other speak of comes
 * along: its units and officers with their certificates, the articles and benchmarks its decisions rest on, what it
 * inspects. Files come afterwards, each by itself.
 */
export const takeOverPower = defineAct({
  name: 'agency.take-over',
  event: 'agency.taken-over',
  label: '登记承继',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    predecessor: agencyRef.meta({ label: '被承继的机关', ref: 'ceding-agency' }),
    document: z.string().trim().min(2, '请写明文号').max(100).meta({ label: '承继的批准文号' }),
  }),
  agencies: ({ input }) => agencyIn(input, 'predecessor'),
  invariants: (state, { input }, { refs, now }) => {
    const from = refs.others?.[input.predecessor];
    const open = from === undefined ? [] : untaken(from, state);
    if (open.length === 0)
      return wrongInput(
        '所选机关没有登记把职权划给本机关，或者已经全部承继',
        'predecessor',
        '请该机关先登记职权划出，再在这里承继',
      );
    const later = open.map((one) => one.from).toSorted()[0];
    return later !== undefined && later > dayOf(now)
      ? wrongInput(
          `职权自 ${formatDay(later, { withYear: true })}起划给本机关，那一日还没有到`,
          'predecessor',
          '到那一日再登记承继',
        )
      : [];
  },
  consequences: (state, { input }, { refs, now }) => {
    const from = refs.others?.[input.predecessor];
    if (from === undefined) return {};
    const begun = untaken(from, state).filter((one) => one.from <= dayOf(now));
    const { name, shortName, renamings } = from;
    return {
      outcome: {
        ...versionsRead(refs.others),
        ...{ name, shortName, cessions: begun.map(({ id }) => id) },
        ...(renamings === undefined ? {} : { renamings: renamings as never }),
        from: begun.map((one) => one.from).toSorted()[0] ?? '',
        brought: brought(from, begun) as never,
      },
    };
  },
  prefill: (state, { refs }) => {
    const [only, ...more] = offeredTo(state, Object.values(refs.others ?? {}));
    return only === undefined || more.length > 0
      ? {}
      : { input: { predecessor: only.other.id, document: only.cession.document } };
  },
  apply: (state, { input, outcome = {}, at }) => {
    const before = predecessorOf(state, input.predecessor);
    const { name, shortName, cessions, renamings, from } = outcome as unknown as Predecessor;
    const next: Predecessor = {
      ...{ agency: input.predecessor, name, shortName, document: input.document, from: before?.from ?? from },
      ...(renamings === undefined ? {} : { renamings }),
      at,
      cessions: [...(before?.cessions ?? []), ...cessions],
    };
    const others = predecessorsOf(state).filter((one) => one.agency !== input.predecessor);
    return withBrought(
      { ...state, predecessors: [...others, next] },
      outcome['brought'] as unknown as Brought,
    );
  },
});

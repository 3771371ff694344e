import type { Structural } from '../act.ts';
import type { Value } from '../canonical.ts';
import type { AgencyState } from './state.ts';

/** Something rule packs take for granted that no text at hand says: a value, a reading, or a whole pack still to be had. */
export interface Assumption {
  /** `param.…`, `rule.…` or `pack.…`: what is confirmed. */
  readonly id: string;
  readonly pack: string;
  readonly label: string;
  readonly reason: string;
  readonly value?: Value;
  readonly unit?: string;
  readonly clause?: string;
}

/** Why packs cannot bind this agency: a value left open that nothing sets, an instrument addressed to others. */
export type Unfit = Pick<Structural, 'code' | 'because'> & Required<Pick<Structural, 'remedy'>>;

/** What the packs of a binding rest on, as the caller's library says, and whether it has to be confirmed here. */
export interface Resting {
  readonly assumptions: readonly Pick<Assumption, 'id' | 'label'>[];
  /** Looked at where the binding is in earnest; never kept with it, for one that was made had none. */
  readonly unfit?: readonly Unfit[];
  /** Two persons confirm each item before it binds anybody; a demonstration binds nobody. */
  readonly demanded: boolean;
  /** A second person confirms what the first has proposed after a dry run; absent in a demonstration. */
  readonly second?: true;
}

export interface Confirmation {
  readonly item: string;
  readonly by: readonly string[];
}

/** 双人逐项确认: what of it is missing. Whoever confirms is an officer of the agency, and two are two. */
export function unconfirmed(
  agency: AgencyState,
  confirmed: readonly Confirmation[],
  { assumptions, unfit = [], demanded }: Resting,
): readonly Structural[] {
  const strangers = confirmed.flatMap(({ item, by }, index) =>
    by.every((officer) => Object.hasOwn(agency.officers, officer)) && new Set(by).size >= 2
      ? []
      : [
          {
            code: 'CONFIRMATION_NOT_BY_TWO',
            because: `“${labelOf(item, assumptions)}”没有由本机关的两名不同人员确认`,
            field: `input.confirmed.${index}.by`,
            remedy: { says: '写明两名确认人' },
          },
        ],
  );
  const missing = demanded ? assumptions.filter(({ id }) => !confirmed.some(({ item }) => item === id)) : [];
  return [
    ...(demanded ? unfit.map((one) => ({ ...one, field: 'input.packs' })) : []),
    ...strangers,
    ...(missing.length === 0
      ? []
      : [
          {
            code: 'ASSUMPTION_UNCONFIRMED',
            because: `规则包有 ${missing.length} 项没有条款依据的取值或者理解尚未由两人逐项确认：${missing.map(({ label }) => label).join('、')}`,
            field: 'input.confirmed',
            remedy: { says: '由两名人员对照原文逐项确认后一并提交' },
          },
        ]),
  ];
}

function labelOf(item: string, assumptions: Resting['assumptions']): string {
  return assumptions.find(({ id }) => id === item)?.label ?? '所列的一项';
}

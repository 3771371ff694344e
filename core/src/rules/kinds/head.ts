import { z } from 'zod';
import { caseKinds } from '../../case/kind.ts';
import type { CaseKind } from '../../case/kind.ts';
import { conditionSchema } from '../condition.ts';
import type { Condition } from '../condition.ts';
import { governedBy } from '../primitive.ts';
import type { GovernedBy, InForce } from '../primitive.ts';
import { pers } from '../subject.ts';
import type { Per } from '../subject.ts';

export const clauseId = z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Za-z0-9().]+)+$/, '条款编号的写法不对');
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, '规则编号的写法不对');
export const effect = z.enum(['void', 'curable', 'advise']);

/** What every rule says of itself, whatever its kind. */
export const head = {
  id: ruleId,
  cites: z.array(clauseId).min(1, '每条规则至少引一条条款'),
  per: z.enum(pers),
  when: conditionSchema.optional(),
  governedBy: z.enum(governedBy).optional(),
  /** Kinds of enforcement it is about; left out = all. */
  kinds: z.array(z.enum(caseKinds, '执法的种类不在八类之中')).min(1, '至少写一类，各类都管的不写').optional(),
  /** What it takes for granted that no text at hand says. */
  assumption: z.string().min(4).optional(),
};

/** The same, of what bars an act, demands a field or sets a day. */
export const bindingHead = {
  ...head,
  /** Why files of the other kinds follow it too, for want of a rule of their own (参照). */
  elsewhere: z.string().min(4).optional(),
};

/** What a rule takes over from the pack it stands in. */
export interface Standing {
  readonly pack: string;
  readonly inForce: InForce;
  /** What its instrument is about, where that is not every kind of enforcement. */
  readonly kinds?: readonly CaseKind[];
  /** 参照: what it demands is passed by a written reason. */
  readonly reference?: boolean;
  /** The same, where a unit of one of these types handles the file. */
  readonly analogy?: readonly string[];
}

/**
 * How far a rule that bars acts binds: by analogy always, where some units handle the file, or never. What it says itself
 * goes before its pack.
 */
export function forceOf(
  { reference, analogy }: Standing,
  own?: boolean,
): { readonly reference?: true; readonly analogy?: readonly string[] } {
  if ((own ?? reference) === true) return { reference: true };
  return analogy === undefined || own === false ? {} : { analogy };
}

/** The head of a rule as the engine knows it, with what it takes over from its pack. */
export function lowerHead(
  rule: {
    readonly id: string;
    readonly cites: readonly string[];
    readonly per: Per;
    readonly when?: Condition | undefined;
    readonly governedBy?: GovernedBy | undefined;
    readonly kinds?: readonly CaseKind[] | undefined;
    readonly elsewhere?: string | undefined;
    readonly assumption?: string | undefined;
  },
  standing: Standing,
) {
  const kinds = rule.kinds ?? standing.kinds;
  return {
    id: rule.id,
    pack: standing.pack,
    inForce: standing.inForce,
    clauses: rule.cites,
    per: rule.per,
    ...(rule.when === undefined ? {} : { when: rule.when }),
    ...(rule.governedBy === undefined ? {} : { governedBy: rule.governedBy }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(rule.elsewhere === undefined ? {} : { elsewhere: rule.elsewhere }),
    ...(rule.assumption === undefined ? {} : { assumption: rule.assumption }),
  };
}

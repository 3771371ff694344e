import { z } from 'zod';
import { conditionSchema } from '../condition.ts';
import { pers } from '../subject.ts';

export const clauseId = z.string().regex(/^[A-Z][A-Z0-9]*(-[A-Za-z0-9().]+)+$/, '条款编号的写法不对');
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, '规则编号的写法不对');
export const effect = z.enum(['void', 'curable', 'advise']);

/** What every rule says of itself, whatever its kind. */
export const head = {
  id: ruleId,
  cites: z.array(clauseId).min(1, '每条规则至少引一条条款'),
  per: z.enum(pers),
  when: conditionSchema.optional(),
};

/** What a rule takes over from the pack it stands in. */
export interface Standing {
  readonly pack: string;
  readonly inForce: { readonly from: string; readonly until?: string };
}

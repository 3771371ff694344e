import { z } from 'zod';
import { code } from '../case/inputs.ts';
import { parseDay } from '../time/index.ts';
import type { Day } from '../time/index.ts';
import { inheritance } from './inherited.ts';
import { agencyId } from './succession.ts';

/** Id of something in the agency's registers, its own or taken over from a predecessor. */
export const localId = z
  .string()
  .regex(new RegExp(`^[a-z0-9-]{1,40}${inheritance}$`), '编号只能用小写字母、数字和连字符');

/** Id given to something that is entered in a register, chosen by whoever enters it. */
export const ownId = z.string().regex(/^[a-z0-9-]{1,40}$/, '编号只能用小写字母、数字和连字符');

/** Another agency of the installation, by the id it was set up with. */
export const agencyRef = z.string().regex(agencyId, '从名单中选择机关');

/** A day that exists. */
export const day = z.custom<Day>((value) => parseDay(value) !== undefined, '按年月日填写实际存在的日期');

/** Id of a rule as the law writes it; only ever chosen from a list, never typed. */
export const ruleId = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, '规则编号的写法不对');

/** Which of the three systems packs are bound for; left out = all they speak of. */
export const modules = z
  .array(code('law-module', '制度'))
  .min(1)
  .optional()
  .meta({ label: '启用哪几项制度' });

/** An id nothing has yet, so that nobody has to think of one. */
export function freeId(kind: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

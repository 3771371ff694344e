import { z } from 'zod';
import { inheritance } from '../authority/inherited.ts';
import type { FieldMap, Value } from '../canonical.ts';
import { parseDay, parseInstant } from '../time/index.ts';
import type { Day } from '../time/index.ts';

/** Id of a party or record inside one file, chosen by whoever makes it, or of an officer or unit of the register. */
export const localId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9-]{1,40}${inheritance}$`), '编号只能用字母、数字和连字符');

/** Id of an article in the agency's register; only ever chosen from it. */
export const registerId = z
  .string()
  .regex(new RegExp(`^[a-z0-9-]{1,40}${inheritance}$`), '从登记的依据中选择');

/** A code of one of the vocabulary's sets; membership is checked against the law in force, not here. */
export function code(set: string, label: string) {
  return z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, '请选择一项')
    .meta({ label, codes: set });
}

export const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.string(), z.number().int(), z.boolean(), z.array(value), z.record(z.string(), value)]),
);

/** A record: field id to value. Which fields it may and must hold is the law's business. */
export const fieldMap: z.ZodType<FieldMap> = z.record(z.string(), value);

/** A moment as text, such as 2026-03-05T14:00. */
export const moment = z.string().refine((text) => parseInstant(text) !== undefined, '时刻的写法不对');

/** A day that exists. */
export const day = z.custom<Day>((text) => parseDay(text) !== undefined, '按年月日填写实际存在的日期');

/** A sum of money in fen. */
export function money(label: string) {
  return z.number().int().positive('金额须大于零').max(100_000_000_000).meta({ label, money: true });
}

/** A penalty as it is proposed or given, whoever it is given to. */
const sanction = {
  kind: code('sanction-kind', '处罚种类'),
  amount: z.optional(money('金额')),
  detail: z.optional(z.string().max(500).meta({ label: '说明' })),
  basis: z.optional(registerId.meta({ label: '罚款所依据的条款', ref: 'basis' })),
  level: z.optional(
    z
      .string()
      .regex(new RegExp(`^[a-z0-9-]{1,40}${inheritance}/[A-Za-z0-9-]{1,40}$`), '从登记的裁量基准中选择')
      .meta({ label: '裁量基准的档次', ref: 'benchmark-level' }),
  ),
};

export const sanctions = z
  .array(z.strictObject({ party: localId.meta({ label: '当事人', ref: 'party' }), ...sanction }))
  .max(200);

/** Penalties of a document that names one party only. */
export const sanctionsOfOne = z.array(z.strictObject(sanction)).min(1, '请写明给予的处罚').max(20);

/** Articles of the agency's register on which a penalty is founded. */
export const bases = z.array(registerId).max(50).meta({ label: '处罚依据', ref: 'basis' });

/** Officers who were there, chosen from the register. */
export const officersPresent = z
  .array(localId)
  .min(1, '请选择到场的执法人员')
  .max(20)
  .meta({ label: '到场执法人员', ref: 'officer' });

/** Who of those present showed a certificate; left out, what the record says of it is said of all of them. */
export const certificateShownBy = z.optional(
  z.array(localId).max(20).meta({ label: '出示了执法证件的人员', ref: 'officer' }),
);

/** Things taken or held, one by one. Whether each must be counted and described is the law's business. */
export const evidenceItems = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1, '请写明名称').max(200).meta({ label: '名称' }),
      quantity: z.optional(
        z.number().int().positive('数量须大于零').max(1_000_000_000).meta({ label: '数量' }),
      ),
      detail: z.optional(z.string().max(500).meta({ label: '规格、特征和所在地' })),
    }),
  )
  .min(1, '至少列一项')
  .max(500)
  .meta({ label: '物品清单' });

import { z } from 'zod';
import type { ActPart } from '../../act.ts';
import type { FieldMap } from '../../canonical.ts';
import { code, fieldMap, localId } from '../inputs.ts';

/** A party as it is named to the file, with what the law asks to be recorded of a party of its kind. */
const partyRow = z.strictObject({
  id: localId.meta({ label: '编号' }),
  name: z.string().trim().min(2, '请写明姓名或者名称').max(100).meta({ label: '姓名或者名称' }),
  kind: code('party-kind', '类型'),
  record: fieldMap.meta({ label: '登记内容' }),
});

/** Parties that an act brings into the file: one at least. */
export function partyRows(most: number, tooMany?: string) {
  return z.array(partyRow).min(1, '至少登记一名当事人').max(most, tooMany).meta({ label: '当事人' });
}

/** Parties of a dispute: each on one side of it. */
export function disputantRows(most: number) {
  return z
    .array(partyRow.extend({ role: code('dispute-role', '在争议中的地位') }))
    .min(2, '至少登记一名申请人和一名被申请人')
    .max(most)
    .meta({ label: '当事人' });
}

/** Each party's own record, for the rules that are about a party. */
export function partsOf(
  parties: readonly { readonly id: string; readonly name: string; readonly record: FieldMap }[],
): readonly ActPart[] {
  return parties.map((party, index) => ({
    per: 'party',
    id: party.id,
    label: party.name,
    path: `input.parties.${index}.record`,
    record: party.record,
  }));
}

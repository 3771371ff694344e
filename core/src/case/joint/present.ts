import { z } from 'zod';
import type { Act, Structural } from '../../act.ts';
import type { Value } from '../../canonical.ts';
import { localId } from '../inputs.ts';
import type { CaseState } from '../state.ts';
import type { PartnerPresent } from './entries.ts';
import { notJoined, partnersAt, partnersOf, presentPartners } from './partners.ts';

/** Somebody of another agency, by what they showed: the register of this agency does not know them. */
export const personOfPartner = {
  name: z.string().trim().min(2, '请写明姓名').max(60).meta({ label: '姓名' }),
  certificate: z.string().trim().min(1, '请写明执法证件编号').max(60).meta({ label: '执法证件编号' }),
};

/**
 * Who of the partners was there. They are no officers of this agency: they stand beside `officers`, and nothing that asks
 * for two of those (处罚法第四十二条) looks here. Absent in events from before it was asked, and where nobody came along.
 */
export const partnersPresent = z.optional(
  z
    .array(
      z.strictObject({
        partner: localId.meta({ label: '所属的机关', ref: 'partner' }),
        ...personOfPartner,
      }),
    )
    .max(50)
    .meta({ label: '联合执法机关的到场人员' }),
);

/** Each belongs to an agency that went along at that moment. */
export function strangersPresent(
  state: CaseState,
  act: Pick<
    Act<{ readonly partnersPresent?: readonly PartnerPresent[] | undefined }>,
    'input' | 'occurredAt'
  >,
): readonly Structural[] {
  const there = partnersAt(state, act.occurredAt).map(({ id }) => id);
  return (act.input.partnersPresent ?? []).every(({ partner }) => there.includes(partner))
    ? []
    : notJoined(
        'PARTNER_UNKNOWN',
        '到场人员所属的机关那时不在本案联合执法的机关之中',
        'input.partnersPresent',
      );
}

/** Those named when the partners joined; whoever did not come is struck out by the one who writes the record. */
export function likelyPresent(state: CaseState): { readonly partnersPresent?: Value } {
  const rows = presentPartners(state).flatMap(({ id, people }) =>
    people.map(({ name, certificate }) => ({ partner: id, name, certificate })),
  );
  return rows.length === 0 ? {} : { partnersPresent: rows };
}

/** Somebody who came along, with what their agency is called. */
export interface Accompanying {
  readonly agency: string;
  readonly name: string;
  readonly certificate: string;
}

export function accompanying(
  state: CaseState,
  entry: { readonly data: unknown; readonly version: number },
): readonly Accompanying[] {
  const { partnersPresent: rows = [] } = entry.data as {
    readonly partnersPresent?: readonly PartnerPresent[];
  };
  const partners = partnersOf(state, entry.version);
  return rows.map(({ partner, name, certificate }) => ({
    agency: partners.find(({ id }) => id === partner)?.name ?? '',
    name,
    certificate,
  }));
}

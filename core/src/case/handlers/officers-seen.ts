import type { ActContext, Structural } from '../../act.ts';
import { certificateOn } from '../../authority/state.ts';
import type { FieldMap } from '../../canonical.ts';
import { dayOf } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';

/** An officer as the register had them when the record was made. */
export interface OfficerSeen {
  readonly id: string;
  readonly name: string;
  /** Number of the certificate valid that day; absent where none was. */
  readonly certificate?: string;
}

/** Who was there, by name and certificate: kept in the event, so that somebody's leaving later changes no record. */
export function officersOutcome(
  act: { readonly input: { readonly officers: readonly string[] }; readonly occurredAt: Instant },
  context: ActContext,
): { outcome: FieldMap } {
  const { agency } = context.refs;
  const seen = [...new Set(act.input.officers)].map((id) => {
    const number = certificateOn(agency, id, dayOf(act.occurredAt))?.number;
    return {
      id,
      name: agency.officers[id]?.name ?? id,
      ...(number === undefined ? {} : { certificate: number }),
    };
  });
  return { outcome: { officers: seen } };
}

/** The officers an entry was made with, as they were then; none for entries from before they were kept. */
export function officersSeen(entry: { readonly outcome?: FieldMap }): readonly OfficerSeen[] {
  return (entry.outcome?.['officers'] ?? []) as unknown as readonly OfficerSeen[];
}

/** Officers are chosen from the register; a name typed by hand is none. */
export function officersUnknown(
  act: { readonly input: { readonly officers: readonly string[] } },
  context: ActContext,
  field = 'input.officers',
): readonly Structural[] {
  return act.input.officers
    .filter((officer) => !Object.hasOwn(context.refs.agency.officers, officer))
    .map(() => ({
      code: 'OFFICER_UNKNOWN',
      because: '所选人员不在本机关执法人员名录中',
      field,
      remedy: { says: '先在机关名录中登记该人员', act: 'agency.register-officer' },
    }));
}

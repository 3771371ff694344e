import type { PartnerPresent } from '../joint/entries.ts';

/** What the entries of an inspection hold; what was found is a decision, what was seen a scene record. */
export interface InspectionEntries {
  /** `item` is an item of the agency's list, `plan` and `draw` name a line of its plan and a lot of one of its draws. */
  'inspection-task': {
    number: string;
    item: string;
    name: string;
    source: string;
    way: string;
    plan?: string | undefined;
    draw?: string | undefined;
    /** Inspectors drawn by lot; absent where none were. */
    drawn?: readonly string[] | undefined;
    /** Other items looked at on the same visit; agencies that go along are partners of the file. */
    merged?: readonly string[] | undefined;
    /** Of each party, the how manieth inspection of the year it is. */
    visits: readonly { readonly party: string; readonly nth: number }[];
  };
  'inspection-notice': { startsAt: string; means: string };
  'inspection-start': {
    body: string;
    officers: readonly string[];
    shown?: readonly string[] | undefined;
    partnersPresent?: readonly PartnerPresent[] | undefined;
    /** Whoever helps is told by organisation and number: they look at nothing of their own and sign nothing. */
    helpers: readonly { readonly kind: string; readonly organisation: string; readonly count: number }[];
  };
}

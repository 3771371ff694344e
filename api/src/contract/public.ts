/** What the portal shows. Made from the schema `published` alone; nothing here can name what was not published. */
export interface PublicDecision {
  readonly id: string;
  readonly agency: string;
  readonly documentNumber: string;
  readonly cause: string;
  readonly outcome: string;
  /** `inspection`: what is told was found by one; absent from the page of a penalty or a license. */
  readonly kind?: string;
  /** Agencies that enforced together with the one that decided; absent where there were none. */
  readonly joint?: readonly string[];
  readonly parties: readonly { readonly name: string; readonly kind: string; readonly code?: string }[];
  readonly sanctions: readonly {
    readonly party: string;
    readonly kind: string;
    /** Fen. */
    readonly amount?: number;
    readonly detail?: string;
  }[];
  readonly facts: string;
  readonly basis: string;
  readonly performance: string;
  readonly reconsideration: string;
  readonly litigation: string;
  readonly decidedDay: string;
  readonly publishedDay: string;
  readonly served: boolean;
  /** How and when each party got the decision; absent from pages published before this was kept. */
  readonly services?: readonly { readonly party: string; readonly method: string; readonly day: string }[];
  /** How far each party was seen to have performed. */
  readonly performances?: readonly { readonly party: string; readonly state: string; readonly day: string }[];
  /** The day by which it had to be published, with the sentences that derive it. */
  readonly publicationDue?: { readonly day: string; readonly sentences: readonly string[] };
  readonly withdrawn?: { readonly day: string; readonly reason: string };
  /** Who answers for it now, since when, where the power of the agency that made it has gone to another. */
  readonly successor?: { readonly name: string; readonly day: string };
  /** Where it stands in the transparency log; absent until it is logged. */
  readonly proof?: { readonly index: number; readonly size: number; readonly checkpoint: string };
}

export interface PublicRow {
  readonly id: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly party: string;
  readonly agency: string;
  readonly decidedDay: string;
  readonly publishedDay: string;
  readonly withdrawn: boolean;
}

export interface PublicList {
  readonly query: string;
  readonly rows: readonly PublicRow[];
  readonly page: number;
  readonly more: boolean;
}

export interface PortalFrame {
  /** 适老模式: larger controls and type. */
  readonly elder: boolean;
  /** Address of the current page without the mode, for the switch. */
  readonly path: string;
  readonly demonstrationDay?: string;
}

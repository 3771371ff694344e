/** What a file of a levy holds; sums are in fen. */
export interface LevyEntries {
  /** Codes of `levy-form`, `levy-basis-rank`. */
  'levy-opening': {
    number: string;
    form: string;
    item: string;
    bases: readonly { readonly instrument: string; readonly article: string; readonly rank: string }[];
  };
  valuation: { party: string; property: string; appraiser: string; amount: number };
  'levy-payment': { party: string; amount: number; account: string };
  'compensation-payment': { party: string; amount: number };
  possession: { party: string; property: string };
  'property-return': { party: string; state: string };
}

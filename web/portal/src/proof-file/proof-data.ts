/** What the file carries for its own check. Files that have been given away must go on working: fields are only added. */
export interface ProofData {
  /** The log's verifier key, as the portal publishes it. */
  readonly key: string;
  /** The records, in the order in which they were made: what was entered, then each correction of it. */
  readonly proofs: readonly OneProof[];
}

export interface OneProof {
  /** The entry of the log. */
  readonly leaf: string;
  /** Its receipt, the text of a `.tlog-proof`. */
  readonly receipt: string;
  /** The record itself and the salt of its digest; absent where only its place in the log is shown. */
  readonly record?: { readonly data: string; readonly salt: string };
}

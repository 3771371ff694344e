/** One thing a party says against the proposal: a fact, a reason or a piece of evidence. */
export interface DefencePoint {
  readonly kind: string;
  readonly text: string;
}

/** What became of one point: whether it holds, what it changes of the proposal, and why. */
export interface ReviewedPoint {
  /** Which point of the statement, from one. */
  readonly point: number;
  readonly about?: string | undefined;
  readonly result: string;
  readonly effect?: string | undefined;
  readonly reason?: string | undefined;
}

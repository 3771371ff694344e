/** A number series: one per agency, kind of number and year. Numbers are never reused and leave no gaps. */
export interface SeriesState {
  readonly stream: string;
  readonly version: number;
  readonly last: number;
}

export function emptySeries(stream: string): SeriesState {
  return { stream, version: 0, last: 0 };
}

/** Things a rule can be about. Facts, starts and ends are read of that same thing. */
export const pers = ['case', 'party', 'notice', 'interview', 'decision', 'act'] as const;
export type Per = (typeof pers)[number];

export interface Subject {
  readonly per: Per;
  readonly id: string;
  readonly label: string;
}

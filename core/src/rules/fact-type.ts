/** What a fact or a defined word can be. Days are texts YYYY-MM-DD, sums are fen. */
export const factTypes = ['bool', 'int', 'money', 'enum', 'list', 'instant', 'day', 'text'] as const;
export type FactType = (typeof factTypes)[number];

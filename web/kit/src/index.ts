export type { CountedReading } from './calendar-weeks.ts';
export { dayText, fullDayText, momentText } from './day-text.ts';
export { derivationStyle } from './derivation.css.ts';
export { Derivation, type DerivationSource } from './derivation.tsx';
export { yuanText } from './money.ts';
export { tokens } from './tokens.css.ts';

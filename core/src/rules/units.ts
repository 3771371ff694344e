/** Units a limit may be written in; always written, never guessed. */
export const units = ['minute', 'hour', 'day', 'workday', 'month', 'year'] as const;

/** How the last day behaves on a day off: party · agency · restraint. */
export const rolls = ['party', 'agency', 'restraint'] as const;

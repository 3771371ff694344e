/** Units a limit may be written in; always written, never guessed. */
export const units = ['minute', 'hour', 'day', 'workday', 'month', 'year'] as const;

/** A unit as it follows a number. */
export const unitLabels: Readonly<Record<string, string>> = {
  minute: '分钟',
  hour: '小时',
  day: '日',
  workday: '个工作日',
  month: '个月',
  year: '年',
};

/** How the last day behaves on a day off: party · agency · restraint. */
export const rolls = ['party', 'agency', 'restraint'] as const;

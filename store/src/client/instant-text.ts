const HOME_MS = 8 * 3600 * 1000;

/** PostgreSQL's text of a timestamptz, in any session time zone, as `YYYY-MM-DDTHH:MM:SS+08:00`. */
export function instantText(text: string): string {
  const found =
    /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.\d+)?([+-]\d{2})(?::?(\d{2}))?(?::\d{2})?$/.exec(text);
  if (!found) throw new RangeError(`数据库给出的时刻读不懂：${text}`);
  const moment = Date.parse(`${found[1]}T${found[2]}${found[3]}:${found[4] ?? '00'}`);
  return `${new Date(moment + HOME_MS).toISOString().slice(0, 19)}+08:00`;
}

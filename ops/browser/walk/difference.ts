/**
 * Where what a form sends differs from what is told, and how; nothing where all that is told is sent. What the form adds
 * of its own is no difference: nobody told of it.
 */
export function differenceBetween(told: unknown, sent: unknown, path: string): string | undefined {
  if (Array.isArray(told)) {
    const rows = inOrder(Array.isArray(sent) ? sent : []);
    if (rows.length !== told.length) return `${path}：应有 ${told.length} 项，送出 ${rows.length} 项`;
    return first(inOrder(told).map((one, at) => differenceBetween(one, rows[at], `${path}.${at}`)));
  }
  if (isMap(told)) {
    const map = isMap(sent) ? sent : {};
    return first(
      Object.keys(told).map((name) => differenceBetween(told[name], map[name], `${path}.${name}`)),
    );
  }
  return same(told, sent) ? undefined : `${path}：应为 ${inWords(told)}，送出 ${inWords(sent)}`;
}

/**
 * What is sent, with the ids of its rows as told: a form makes ids of its own for parties and whatever else a file calls
 * by one, and later steps of the story use the story's.
 */
export function withToldIds(told: unknown, sent: unknown): unknown {
  if (Array.isArray(told) && Array.isArray(sent))
    return sent.map((one: unknown, at) => withToldIds(told[at] as unknown, one));
  if (!isMap(told) || !isMap(sent)) return sent;
  const pairs = Object.entries(sent).map(([name, value]) => [
    name,
    name === 'id' && typeof told['id'] === 'string' ? told['id'] : withToldIds(told[name], value),
  ]);
  return Object.fromEntries(pairs);
}

/** A moment is told to its minute, and sent with its zone. */
function same(told: unknown, sent: unknown): boolean {
  if (told === sent) return true;
  if (typeof told !== 'string' || typeof sent !== 'string') return false;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(told) && sent.startsWith(told);
}

/** What is ticked comes in the order in which it stands on the page: of names alone, that says nothing. */
function inOrder(rows: readonly unknown[]): readonly unknown[] {
  return rows.every((one) => typeof one === 'string') ? rows.toSorted() : rows;
}

function first(found: readonly (string | undefined)[]): string | undefined {
  return found.find((one) => one !== undefined);
}

function inWords(value: unknown): string {
  return value === undefined ? '没有填' : JSON.stringify(value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

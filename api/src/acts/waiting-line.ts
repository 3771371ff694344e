/** Runs work that needs the same things one after the other, and everything else side by side. */
export type WaitingLine = <T>(names: readonly string[], work: () => Promise<T>) => Promise<T>;

/**
 * A line for each name. All places are taken at once, in the order of arrival, so two that need the same things never
 * wait for each other in a circle; work that fails lets the next one through.
 */
export function waitingLine(): WaitingLine {
  const last = new Map<string, Promise<void>>();
  return (names, work) => {
    const mine = Promise.all(names.map((name) => last.get(name))).then(work);
    const over: Promise<void> = mine
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        for (const name of names) if (last.get(name) === over) last.delete(name);
      });
    for (const name of names) last.set(name, over);
    return mine;
  };
}

/** What an event names that lies elsewhere: bytes of evidence, and texts that were sealed. */
export interface Named {
  readonly blobs: ReadonlySet<string>;
  /** Digest by reference. */
  readonly sealed: ReadonlyMap<string, string>;
}

/** Everything named in these contents of events; what does not read as one names nothing. */
export function namedIn(contents: Iterable<string>): Named {
  const blobs = new Set<string>();
  const sealed = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { blob, sealed: ref, digest } = value as Readonly<Record<string, unknown>>;
    const named = typeof blob === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(blob)?.[1] : undefined;
    if (named !== undefined) blobs.add(named);
    if (typeof ref === 'string' && typeof digest === 'string') sealed.set(ref, digest);
    for (const inner of Object.values(value)) look(inner);
  };
  for (const text of contents) {
    try {
      look(JSON.parse(text));
    } catch {
      // Told of where the event itself is looked at.
    }
  }
  return { blobs, sealed };
}
